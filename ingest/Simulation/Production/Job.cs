namespace ProdSales.Simulation.Production;

/// <summary>One operation of one work order in the queue of a work centre.</summary>
internal sealed class Job(WorkOrderRun run, Operation operation, double standardRun, double actualRun, double setup)
{
    private const double Nothing = 1e-6;

    internal WorkOrderRun Run { get; } = run;

    internal Operation Operation { get; } = operation;

    internal double StandardMinutes { get; } = standardRun + setup;

    internal double RunMinutes { get; } = actualRun;

    internal double SetupMinutes { get; } = setup;

    /// <summary>Gets the minutes still to work.</summary>
    internal double Left { get; private set; } = actualRun + setup;

    internal bool IsDone => Left < Nothing;

    internal DateTime? StartedAt { get; set; }

    /// <summary>Works for some minutes, on the set-up first.</summary>
    /// <returns>How many of them were set-up.</returns>
    internal double Work(double minutes)
    {
        double onSetup = Math.Clamp(Left - RunMinutes, 0, minutes);
        Left -= minutes;
        return onSetup;
    }
}
