using ProdSales.Simulation.Calendar;
using ProdSales.Simulation.Production;
using ProdSales.Simulation.Projects;
using ProdSales.Simulation.Randomness;
using ProdSales.Simulation.Sales;

namespace ProdSales.Simulation.Fulfilment;

/// <summary>Promises delivery dates, passes the work on to the shop floor or the warehouse, and moves dates that cannot be kept.</summary>
internal sealed class PromiseDesk(Company company, ShopFloor floor, Picking picking, Shipping shipping, ProjectDesk projects)
{
    private const int LargeQuantity = 4;

    private readonly Dictionary<long, Promise> _open = [];
    private readonly Agenda<Promise> _reviews = new();
    private readonly LateAlerts _alerts = new(company);
    private readonly RandomFamily _reviewDice = new(company.Options.Seed, "commit reviews");
    private long _count = company.Works.NumbersAfter;

    /// <summary>Gives the promises of an order; a cancelled one is written at once and nothing comes of it.</summary>
    internal void Give(Order order, IReadOnlyList<SaleLine> lines, RandomStream dice)
    {
        Promise? machine = null;
        List<Promise> given = [];
        foreach ((int index, SaleLine line) in lines.Index())
        {
            int before = 0;
            foreach (int quantity in Split(line))
            {
                Promise promise = NewPromise(order, index + 1, line, (before, quantity), machine, dice);
                before += quantity;
                machine ??= line.Item.IsMade ? promise : null;
                if (order.IsCancelled)
                {
                    company.Rows.Add(promise.Row(order.Day));
                }
                else
                {
                    given.Add(promise);
                    Start(promise, dice);
                }
            }
        }

        projects.Open(order, given);
    }

    /// <summary>Moves the dates that can no longer be kept, and writes the promises that have been fulfilled.</summary>
    internal void Review(DateOnly day)
    {
        foreach (Promise promise in _reviews.Take(day))
        {
            if (promise.Shipped < promise.Quantity)
            {
                DateOnly commit = PlantCalendar.SameOrNextWorkday(day.AddDays(_reviewDice.For(promise.Number, day.DayNumber).Whole(5, 13)));
                company.Rows.Add(promise.Revise(day, commit));
                _reviews.Add(commit.AddDays(-1), promise);
            }
        }
    }

    /// <summary>Writes a promise whose last piece has arrived.</summary>
    internal void Fulfil(Promise promise, DateOnly arrived)
    {
        _open.Remove(promise.Number);
        company.Rows.Add(promise.Row(arrived));
        _alerts.Write(promise, arrived);
        projects.Arrive(promise, arrived);
    }

    /// <summary>Writes what is still open on the last day.</summary>
    internal void Close()
    {
        foreach (Promise promise in _open.Values.OrderBy(promise => promise.Number))
        {
            company.Rows.Add(promise.Row(company.Last));
            _alerts.Write(promise, null);
        }

        projects.Close();
    }

    private static int[] Split(SaleLine line) =>
        line.Item.IsMade && line.Quantity >= LargeQuantity ? [line.Quantity / 2, line.Quantity - (line.Quantity / 2)] : [line.Quantity];

    private Promise NewPromise(Order order, int number, SaleLine line, (int Before, int Own) quantity, Promise? machine, RandomStream dice)
    {
        DateOnly requested = order.Day.AddDays(line.Item.IsMade ? dice.Whole(14, 48) : dice.Whole(2, 8));
        DateOnly possible = PlantCalendar.AddWorkdays(order.Day, line.Item.IsMade ? MachineWorkdays(line, dice) : dice.Whole(2, 4))
            .AddDays(order.Buyer.Region.TransitDays);
        DateOnly commit = PlantCalendar.SameOrNextWorkday(requested > possible ? requested : possible);
        bool isSecondHalf = machine is not null && machine.LineNumber == number;
        commit = machine is not null && !line.Item.IsMade && machine.FirstCommit > commit ? machine.FirstCommit : commit;
        return new Promise(++_count, order, number, line, quantity.Own)
        {
            PromisedBefore = quantity.Before,
            Requested = machine is not null && !line.Item.IsMade ? machine.Requested : requested,
            FirstCommit = isSecondHalf ? PlantCalendar.AddWorkdays(commit, 5) : commit,
            TakesParts = dice.Chance(0.5),
        };
    }

    private int MachineWorkdays(SaleLine line, RandomStream dice)
    {
        ProductionLine production = ProductionLine.Of(line.Item.Line);
        return production.PromisedWorkdays + (int)Math.Min(15, 0.8 * floor.BacklogDays(production)) + dice.Whole(0, 3);
    }

    private void Start(Promise promise, RandomStream dice)
    {
        _open.Add(promise.Number, promise);
        _reviews.Add(promise.FirstCommit.AddDays(-1), promise);
        if (promise.Item.IsMade)
        {
            floor.Plan(promise);
        }
        else if (promise.Item.IsService)
        {
            shipping.Perform(promise, dice);
        }
        else
        {
            picking.Plan(promise);
        }
    }
}
