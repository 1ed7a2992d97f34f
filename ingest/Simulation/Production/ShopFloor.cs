using ProdSales.Simulation.Calendar;
using ProdSales.Simulation.Fulfilment;
using ProdSales.Simulation.Products;
using ProdSales.Simulation.Randomness;
using ProdSales.Simulation.Stock;

namespace ProdSales.Simulation.Production;

/// <summary>Plans work orders, starts them when their material is there, and works them off through the centres.</summary>
internal sealed class ShopFloor
{
    /// <summary>Workdays before the due date at which work is released.</summary>
    private const int Window = 12;

    private readonly Company _company;
    private readonly Plant _plant;
    private readonly StockLedger _stock;
    private readonly OperationDesk _desk;
    private readonly CapacityOutlook _outlook;
    private readonly Agenda<WorkOrderRun> _releases = new();
    private readonly Agenda<WorkOrderRun> _moves = new();
    private readonly Dictionary<long, WorkOrderRun> _open = [];
    private readonly RandomFamily _stops;
    private List<WorkOrderRun> _waiting = [];
    private long _count;

    internal ShopFloor(Company company, Plant plant, StockLedger stock, QualityRecords quality)
    {
        _company = company;
        _plant = plant;
        _stock = stock;
        _count = company.Works.NumbersAfter;
        _desk = new OperationDesk(company, quality);
        _outlook = new CapacityOutlook(company, plant);
        _stops = new RandomFamily(company.Options.Seed, "stops");
    }

    /// <summary>Gets the work orders finished today, for the warehouse to take in.</summary>
    internal List<WorkOrderRun> FinishedToday { get; } = [];

    /// <summary>Workdays of work that wait before a production line.</summary>
    internal double BacklogDays(ProductionLine line) => _plant.FirstOf(line) is var centre ? centre.QueuedMinutes / centre.UsualMinutes : 0;

    /// <summary>Makes the work order of a promise, due so that there is time left to bring the machine to its customer.</summary>
    internal void Plan(Promise promise)
    {
        DateOnly due = PlantCalendar.SameOrPreviousWorkday(promise.FirstCommit.AddDays(-promise.Buyer.Region.TransitDays - 3));
        DateOnly earliest = PlantCalendar.AddWorkdays(promise.Order.Day, 1);
        DateOnly wanted = PlantCalendar.SubtractWorkdays(due, Window);
        Plan(promise, promise.Quantity, wanted < earliest ? earliest : wanted, due < earliest ? earliest : due);
    }

    /// <summary>Works one day off.</summary>
    internal void Live(DateOnly day)
    {
        FinishedToday.Clear();
        _outlook.Live(day, _open.Values);
        if (!PlantCalendar.IsWorkday(day))
        {
            WriteAccounts(day);
            return;
        }

        _waiting.AddRange(_releases.Take(day));
        StartWhatCan(day);
        foreach (WorkOrderRun run in _moves.Take(day))
        {
            Operation operation = run.Routing[run.NextOperation];
            operation.Centre.Enqueue(_desk.NewJob(run, operation));
        }

        foreach ((int index, WorkCentreState centre) in _plant.Centres.Index())
        {
            WorkOff(centre, day, _stops.For(day.DayNumber, index));
        }

        WriteAccounts(day);
    }

    /// <summary>Writes what is still open on the last day.</summary>
    internal void Close()
    {
        foreach (WorkOrderRun run in _open.Values.OrderBy(run => run.Number))
        {
            _company.Rows.Add(run.Row(_company.Last, null));
        }
    }

    private void Plan(Promise promise, int quantity, DateOnly release, DateOnly due)
    {
        WorkOrderRun run = new(++_count, promise, quantity, release, due, _plant.RoutingOf(promise.Item));
        _open.Add(run.Number, run);
        _releases.Add(release, run);
        foreach ((CatalogueItem component, int each) in run.Item.Parts)
        {
            _stock.Commit(component, each * quantity);
        }
    }

    private void StartWhatCan(DateOnly day)
    {
        List<WorkOrderRun> stillWaiting = [];
        foreach (WorkOrderRun run in _waiting.OrderBy(run => run.Due).ThenBy(run => run.Number))
        {
            if (run.Item.Parts.All(part => _stock.OnHand(part.Component) >= part.Quantity * run.Quantity))
            {
                Start(run, day);
            }
            else
            {
                run.DaysWaited++;
                stillWaiting.Add(run);
            }
        }

        _waiting = stillWaiting;
    }

    private void Start(WorkOrderRun run, DateOnly day)
    {
        foreach ((CatalogueItem component, int each) in run.Item.Parts)
        {
            int quantity = each * run.Quantity;
            _stock.Commit(component, -quantity);
            if (component.IsTraced)
            {
                run.Lots.AddRange(_stock.IssueByLot(component, quantity, day, run.Id));
            }
            else
            {
                _stock.Issue(component, quantity, day, run.Id);
            }
        }

        run.Cost = run.Item.Cost * run.Quantity * 0.8;
        run.Promise.Delays.Material += run.DaysWaited * 7 / 5;
        _moves.Add(PlantCalendar.AddWorkdays(day, 1), run);
    }

    private void WorkOff(WorkCentreState centre, DateOnly day, RandomStream dice)
    {
        WorkCentreAccount account = centre.Today;
        double planned = centre.Open();
        bool isStopped = dice.Chance(0.13) && planned >= 1;
        account.PlannedMinutes = planned;
        account.DownMinutes = planned * (isStopped ? Math.Min(0.6, dice.LogNormal(0.12, 0.7)) : dice.Between(0, 0.015));
        account.DownReason = isStopped ? StopReason.Draw(dice) : null;
        double left = planned - account.DownMinutes;
        double scale = planned > 0 ? 480 / planned : 0;
        while (left > 1e-6 && centre.WorkOn(left) is var (job, worked))
        {
            double begun = 480 + ((planned - account.DownMinutes - left) * scale);
            job.StartedAt ??= Clock.At(day, begun);
            job.Run.Started ??= day;
            left -= worked;
            if (job.IsDone)
            {
                Finish(job, day, Clock.At(day, begun + (worked * scale)), dice);
            }
        }
    }

    private void Finish(Job job, DateOnly day, DateTime at, RandomStream dice)
    {
        WorkOrderRun run = job.Run;
        int scrapped = _desk.Report(job, day, at, dice);
        if (scrapped > 0)
        {
            run.Promise.Delays.Quality += 14;
            Plan(run.Promise, scrapped, PlantCalendar.AddWorkdays(day, 1), run.Due);
        }

        if (run.Good > 0 && ++run.NextOperation < run.Routing.Count)
        {
            _moves.Add(PlantCalendar.AddWorkdays(day, 1), run);
            return;
        }

        int late = day.DayNumber - run.Due.DayNumber - (run.DaysWaited * 7 / 5);
        run.Promise.Delays.Capacity = Math.Max(run.Promise.Delays.Capacity, late);
        _open.Remove(run.Number);
        _company.Rows.Add(run.Row(day, day));
        FinishedToday.Add(run);
    }

    private void WriteAccounts(DateOnly day)
    {
        foreach (WorkCentreState centre in _plant.Centres)
        {
            _company.Rows.Add(centre.Today.Close(centre, day));
        }
    }
}
