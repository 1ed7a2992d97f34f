using ProdSales.Simulation.Calendar;
using ProdSales.Simulation.Randomness;
using ProdSales.Simulation.Stock;

namespace ProdSales.Simulation.Production;

/// <summary>Draws how an operation goes, and writes the report when it is done.</summary>
internal sealed class OperationDesk(Company company, QualityRecords quality)
{
    private const double ScrapAtWelding = 0.011;

    private const double ScrapAtTest = 0.002;

    private const double ReworkAtTest = 0.04;

    private const double ReworkMinutes = 95;

    private const double CostOfRework = 1400;

    private static readonly (string Cause, double Share)[] ReworkCauses =
        [("config_error", 0.22), ("process", 0.38), ("material", 0.25), ("design", 0.09), ("other", 0.06)];

    private readonly RandomFamily _jobs = new(company.Options.Seed, "jobs");

    /// <summary>Draws the minutes that an operation will take.</summary>
    internal Job NewJob(WorkOrderRun run, Operation operation)
    {
        RandomStream dice = _jobs.For(run.Number, operation.Sequence);
        double standard = operation.UnitMinutes * run.Good;
        double actual = standard * Math.Clamp(1 + (0.09 * dice.Normal()), 0.75, 1.5);
        if (operation.Sequence == Operation.Testing)
        {
            run.Reworked = Enumerable.Range(0, run.Good).Count(_ => dice.Chance(ReworkAtTest));
            actual += run.Reworked * ReworkMinutes;
        }

        return new Job(run, operation, standard, Math.Round(actual, 1), operation.SetupMinutes);
    }

    /// <summary>Reports an operation that is done.</summary>
    /// <returns>Pieces scrapped, which have to be made again.</returns>
    internal int Report(Job job, DateOnly day, DateTime at, RandomStream dice)
    {
        WorkOrderRun run = job.Run;
        double chance = job.Operation.Sequence switch { Operation.Welding => ScrapAtWelding, Operation.Testing => ScrapAtTest, _ => 0 };
        int scrapped = Enumerable.Range(0, run.Good).Count(_ => dice.Chance(chance));
        int reworked = job.Operation.Sequence == Operation.Testing ? Math.Min(run.Reworked, run.Good - scrapped) : 0;
        run.Good -= scrapped;
        run.Scrapped += scrapped;
        run.ActualMinutes += job.RunMinutes + job.SetupMinutes;
        run.Cost += Cost(job, job.RunMinutes + job.SetupMinutes);
        string? reason = scrapped > 0 || reworked > 0 ? Cause(dice) : null;
        company.Rows.Add(Row(job, day, at, scrapped, reworked, reason, dice));
        Settle(job, scrapped, reworked, reason);
        WriteQuality(job, day, scrapped, reworked, reason);
        return scrapped;
    }

    private static double Cost(Job job, double minutes) => minutes / 60 * job.Operation.Centre.HourlyCost;

    private static string Cause(RandomStream dice)
    {
        double left = dice.Unit();
        return ReworkCauses.First(cause => (left -= cause.Share) < 0 || cause.Cause == "other").Cause;
    }

    private static void Settle(Job job, int scrapped, int reworked, string? reason)
    {
        WorkCentreAccount account = job.Operation.Centre.Today;
        int produced = job.Run.Good + scrapped;
        account.IdealMinutes += job.Operation.UnitMinutes * 0.93 * produced;
        account.Produced += produced;
        account.Good += job.Run.Good - reworked;
        job.Run.ScrapReason = scrapped > 0 ? reason : job.Run.ScrapReason;
        job.Run.Cost += reworked * CostOfRework;
    }

    private void WriteQuality(Job job, DateOnly day, int scrapped, int reworked, string? reason)
    {
        WorkCentreState centre = job.Operation.Centre;
        if (scrapped > 0)
        {
            quality.WriteLoss(job.Run, centre, day, "scrap", scrapped, reason!, scrapped * job.Run.Item.Cost * 0.35);
        }

        if (reworked > 0)
        {
            quality.WriteLoss(job.Run, centre, day, "rework", reworked, reason!, reworked * CostOfRework);
        }

        if (job.Operation.Sequence == Operation.Inspection)
        {
            quality.WriteInspection(job.Run, centre, day);
        }
    }

    private static OperationReport Row(Job job, DateOnly day, DateTime at, int scrapped, int reworked, string? reason, RandomStream dice)
    {
        WorkOrderRun run = job.Run;
        Operation operation = job.Operation;
        DateOnly scheduled = run.Due.AddDays(-(Operation.Inspection - operation.Sequence) / 10 * 2);
        return new OperationReport
        {
            SourceSystem = Origin.System,
            SourceId = $"{run.Id}-{operation.Sequence}",
            ReportDate = day,
            StartedAt = job.StartedAt,
            FinishedAt = at,
            WorkOrderId = run.Id,
            OperationSequence = operation.Sequence,
            OperationName = operation.Name,
            OperationId = operation.Id,
            StartedQuantity = run.Good + scrapped,
            WorkCentreId = operation.Centre.Id,
            ProductId = run.Item.Id,
            EmployeeId = dice.Pick(operation.Centre.Operators).Id,
            ScheduledStartDate = PlantCalendar.SameOrNextWorkday(scheduled),
            ScheduledEndDate = PlantCalendar.SameOrNextWorkday(scheduled),
            GoodQuantity = run.Good,
            ScrappedQuantity = scrapped,
            ReworkQuantity = reworked,
            RunMinutes = job.RunMinutes,
            SetupMinutes = job.SetupMinutes,
            PlannedCost = Money.Of(Cost(job, job.StandardMinutes)),
            ActualCost = Money.Of(Cost(job, job.RunMinutes + job.SetupMinutes)),
            Currency = Origin.Currency,
            Reason = reason,
        };
    }
}
