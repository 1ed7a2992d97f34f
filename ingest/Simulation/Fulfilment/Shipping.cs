using ProdSales.Simulation.Calendar;
using ProdSales.Simulation.Randomness;

namespace ProdSales.Simulation.Fulfilment;

/// <summary>Brings goods to customers: sends, carries, and hands them over on a workday.</summary>
internal sealed class Shipping(Company company)
{
    private readonly Agenda<Shipment> _arriving = new();
    private readonly RandomFamily _transport = new(company.Options.Seed, "transport");

    /// <summary>Sends pieces that are at hand.</summary>
    internal void Send(Promise promise, int quantity, DateOnly day)
    {
        RandomStream dice = _transport.For(promise.Number, promise.Shipped);
        int late = dice.Chance(0.04) ? dice.Whole(2, 8) : 0;
        promise.Delays.Transport = Math.Max(promise.Delays.Transport, late);
        promise.Shipped += quantity;
        string?[] lots = [.. Enumerable.Range(0, quantity).Select(_ => promise.Lots.TryDequeue(out string? lot) ? lot : null)];
        int days = promise.Buyer.Region.TransitDays + late + dice.Unit() switch { < 0.25 => -1, < 0.90 => 0, _ => 1 };
        _arriving.Add(PlantCalendar.SameOrNextWorkday(day.AddDays(Math.Max(1, days))), new Shipment(promise, quantity, lots));
    }

    /// <summary>Plans a service on the spot, which nothing is sent for.</summary>
    internal void Perform(Promise promise, RandomStream dice)
    {
        int late = dice.Chance(0.07) ? dice.Whole(1, 9) : -dice.Whole(0, 2);
        promise.Delays.Capacity = Math.Max(0, late);
        promise.Shipped = promise.Quantity;
        DateOnly earliest = PlantCalendar.AddWorkdays(promise.Order.Day, 1);
        DateOnly day = PlantCalendar.SameOrNextWorkday(promise.FirstCommit.AddDays(late));
        _arriving.Add(day < earliest ? earliest : day, new Shipment(promise, promise.Quantity, []));
    }

    internal IReadOnlyList<Shipment> ArrivingOn(DateOnly day) => _arriving.Take(day);
}

/// <summary>Pieces on their way, with the lot of each machine's traced component.</summary>
internal sealed record Shipment(Promise Promise, int Quantity, IReadOnlyList<string?> Lots);
