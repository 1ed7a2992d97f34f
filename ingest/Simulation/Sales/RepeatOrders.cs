using ProdSales.Simulation.Calendar;
using ProdSales.Simulation.Masters;
using ProdSales.Simulation.Randomness;

namespace ProdSales.Simulation.Sales;

/// <summary>Orders that come without an opportunity: each buyer in its own rhythm, mostly for spare parts; dealers also for
/// machines.</summary>
internal sealed class RepeatOrders
{
    private const double OrdersPerOrderLine = 0.318;

    /// <summary>The share of all sizes that buys at the same time, the others not yet or no more.</summary>
    private const double ActiveShare = 0.862;

    private const double FadingFactor = 20;

    private readonly Company _company;
    private readonly Basket _basket;
    private readonly RandomFamily _orders;
    private readonly Agenda<(Buyer Buyer, int Number)> _due = new();
    private readonly double _shareOfSizeOne;

    internal RepeatOrders(Company company, Basket basket)
    {
        _company = company;
        _basket = basket;
        _orders = new RandomFamily(company.Options.Seed, "repeat orders");
        _shareOfSizeOne = company.Buyers.TotalSize * ActiveShare / (company.Options.ExpectedOrderLines * OrdersPerOrderLine);
        foreach (Buyer buyer in company.Buyers.All.Where(buyer => buyer.JoinedOn is null))
        {
            Welcome(buyer, company.First.AddDays(-1));
        }
    }

    /// <summary>Begins the rhythm of a buyer who has just joined.</summary>
    internal void Welcome(Buyer buyer, DateOnly day) =>
        Note(buyer, 1, day, _orders.For(buyer.Number, 0), 0.1 + _orders.For(buyer.Number, -1).Unit());

    /// <summary>The orders of a day.</summary>
    internal IEnumerable<(Buyer Buyer, List<SaleLine> Lines)> On(DateOnly day)
    {
        foreach ((Buyer buyer, int number) in _due.Take(day))
        {
            if (buyer.ChurnedOn is not null)
            {
                continue;
            }

            RandomStream dice = _orders.For(buyer.Number, number);
            bool wantsMachines = dice.Chance(buyer.IsDealer ? 0.4 : 0.08);
            yield return (buyer, wantsMachines ? _basket.Machines(buyer, day, dice) : _basket.Spares(buyer, day, dice));
            Note(buyer, number + 1, day, dice, 1);
        }
    }

    private void Note(Buyer buyer, int number, DateOnly day, RandomStream dice, double part)
    {
        double share = _shareOfSizeOne / buyer.Size * dice.Rhythm() * part;
        DateOnly? next = _company.Demand.DayAfter(day, share);
        if (next is { } usual && buyer.IsLeaving(usual))
        {
            next = _company.Demand.DayAfter(day, share * FadingFactor);
        }

        if (next is { } due)
        {
            _due.Add(due, (buyer, number));
        }
    }
}
