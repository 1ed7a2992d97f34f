using ProdSales.Simulation.Fulfilment;
using ProdSales.Simulation.Masters;
using ProdSales.Simulation.Randomness;
using ProdSales.Simulation.Sales;

namespace ProdSales.Simulation.Projects;

/// <summary>Follows orders of several machines as projects; what they took is written when the last machine has arrived.</summary>
internal sealed class ProjectDesk(Company company)
{
    private const int FewestMachines = 2;

    /// <summary>The step that ends when the machines are there.</summary>
    private const int Arrival = 4;

    private readonly Dictionary<string, LargeOrder> _open = new(StringComparer.Ordinal);
    private readonly RandomFamily _projects = new(company.Options.Seed, "projects");
    private long _count = company.Works.NumbersAfter;

    /// <summary>Opens a project when the order asks for several machines.</summary>
    internal void Open(Order order, IEnumerable<Promise> promises)
    {
        Promise[] machines = [.. promises.Where(promise => promise.Item.IsMade)];
        if (machines.Sum(promise => promise.Quantity) < FewestMachines)
        {
            return;
        }

        LargeOrder project = new(++_count, order, machines);
        _open.Add(order.Id, project);
        company.Rows.Add(Master(project));
    }

    /// <summary>Notes that a promise is fulfilled, which may end its project.</summary>
    internal void Arrive(Promise promise, DateOnly day)
    {
        if (_open.TryGetValue(promise.Order.Id, out LargeOrder? project) && project.Awaited.Remove(promise.Number) && project.Awaited.Count == 0)
        {
            _open.Remove(promise.Order.Id);
            Write(project, day);
        }
    }

    /// <summary>Writes the projects that still wait for a machine on the last day.</summary>
    internal void Close()
    {
        foreach (LargeOrder project in _open.Values.OrderBy(project => project.Number))
        {
            Write(project, null);
        }
    }

    private static Project Master(LargeOrder project) => new()
    {
        SourceSystem = Origin.System,
        SourceId = project.Id,
        Name = $"{project.Order.Buyer.Name} {project.Order.Id}",
        CustomerId = project.Order.Buyer.Id,
        OrderId = project.Order.Id,
        ManagerId = project.Order.Buyer.Seat.HolderOn(project.Order.Day).Id,
        PlannedStartDate = project.Order.Day,
        PlannedFinishDate = project.PlannedFinish[^1],
    };

    private void Write(LargeOrder project, DateOnly? arrived)
    {
        RandomStream dice = _projects.For(project.Number);
        DateOnly?[] finished = Finished(project, arrived, dice);
        int late = Math.Max(0, (arrived ?? company.Last).DayNumber - project.Commit.DayNumber);
        foreach ((int step, ProjectStep kind) in ProjectStep.All.Index())
        {
            decimal planned = Money.Of(project.Budget * kind.BudgetShare);
            double overrun = dice.LogNormal(1, 0.1) * (1 + (kind.CostKind == "labour" ? 0.012 * Math.Min(30, late) : 0));
            company.Rows.Add(Task(project, step, finished, planned, late));
            if (finished[step] is { } day)
            {
                company.Rows.Add(Cost(project, step, day, Money.Of((double)planned * overrun)));
            }
        }
    }

    /// <summary>When each step was done, as far as it is known; what comes before the arrival slips with it.</summary>
    private DateOnly?[] Finished(LargeOrder project, DateOnly? arrived, RandomStream dice)
    {
        DateOnly?[] finished = new DateOnly?[ProjectStep.All.Count];
        DateOnly known = arrived?.AddDays(-project.Order.Buyer.Region.TransitDays) ?? company.Last;
        int slip = arrived is { } there ? there.DayNumber - project.Commit.DayNumber : 0;
        DateOnly before = project.Order.Day;
        for (int step = 0; step < Arrival; step++)
        {
            int own = dice.Whole(-1, 2) + (slip > 0 ? slip * step / (Arrival - 1) : 0);
            DateOnly day = project.PlannedFinish[step].AddDays(own);
            day = day < before ? before : day;
            bool isMaking = step == Arrival - 1;
            finished[step] = arrived is not null && (isMaking || day > known) ? known : day <= known && !isMaking ? day : null;
            before = finished[step] ?? before;
        }

        finished[Arrival] = arrived;
        finished[^1] = company.Known(arrived?.AddDays(dice.Whole(3, 14)));
        return finished;
    }

    private ProjectTask Task(LargeOrder project, int step, DateOnly?[] finished, decimal planned, int late)
    {
        ProjectStep kind = ProjectStep.All[step];
        DateOnly? started = step == 0 ? project.Order.Day : finished[step - 1];
        return new ProjectTask
        {
            SourceSystem = Origin.System,
            SourceId = project.TaskId(step),
            PlannedFinishDate = project.PlannedFinish[step],
            PlannedStartDate = project.PlannedStart(step),
            ProjectId = project.Id,
            Name = kind.Name,
            Department = kind.Department,
            OrganisationId = Unit(project, kind),
            OwnerId = kind.Department == "sales" ? project.Order.Buyer.Seat.HolderOn(project.Order.Day).Id : null,
            CustomerId = project.Order.Buyer.Id,
            PredecessorId = step == 0 ? null : project.TaskId(step - 1),
            DocumentType = step == 0 ? "sales_order" : null,
            DocumentId = step == 0 ? project.Order.Id : null,
            StartedDate = started,
            FinishedDate = finished[step],
            Progress = finished[step] is not null ? 1 : started is null ? 0 : Elapsed(project, step),
            Risk = late switch { 0 => "low", <= 7 => "medium", _ => "high" },
            PlannedAmount = planned,
            Currency = Origin.Currency,
            ExchangeRate = 1,
        };
    }

    private double Elapsed(LargeOrder project, int step)
    {
        DateOnly start = project.PlannedStart(step);
        double days = Math.Max(1, project.PlannedFinish[step].DayNumber - start.DayNumber);
        return Math.Round(Math.Clamp((company.Last.DayNumber - start.DayNumber) / days, 0, 0.95), 2);
    }

    private static ProjectCost Cost(LargeOrder project, int step, DateOnly day, decimal amount) => new()
    {
        SourceSystem = Origin.System,
        SourceId = $"{project.TaskId(step)}-C",
        CostDate = day,
        ProjectId = project.Id,
        TaskId = project.TaskId(step),
        OrganisationId = Unit(project, ProjectStep.All[step]),
        CustomerId = project.Order.Buyer.Id,
        Kind = ProjectStep.All[step].CostKind,
        Amount = amount,
        Currency = Origin.Currency,
        ExchangeRate = 1,
    };

    private static string Unit(LargeOrder project, ProjectStep kind) => kind.Department switch
    {
        "sales" => project.Order.Buyer.Seat.TeamId,
        "purchasing" => OrganisationChart.Purchasing,
        "service" => OrganisationChart.ServiceTeamOf(project.Order.Buyer.Region),
        _ => OrganisationChart.Production,
    };
}
