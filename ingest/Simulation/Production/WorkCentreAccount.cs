namespace ProdSales.Simulation.Production;

/// <summary>The minutes and pieces of one work centre on one day.</summary>
internal sealed class WorkCentreAccount
{
    internal double PlannedMinutes { get; set; }

    internal double RunMinutes { get; set; }

    internal double SetupMinutes { get; set; }

    internal double DownMinutes { get; set; }

    internal double RequiredMinutes { get; set; }

    /// <summary>Gets or sets the best possible minutes of the pieces produced.</summary>
    internal double IdealMinutes { get; set; }

    internal int Produced { get; set; }

    internal int Good { get; set; }

    internal string? DownReason { get; set; }

    /// <summary>The row of the day; the account starts anew.</summary>
    internal WorkCentreDay Close(WorkCentreState centre, DateOnly day)
    {
        WorkCentreDay row = new()
        {
            SourceSystem = Origin.System,
            SourceId = $"{centre.Id}@{day:yyyyMMdd}",
            Day = day,
            WorkCentreId = centre.Id,
            CalendarMinutes = Math.Max(1440 * centre.Lanes, Math.Ceiling(PlannedMinutes)),
            PlannedBusyMinutes = Math.Round(PlannedMinutes, 1),
            ActualProductionMinutes = Math.Round(RunMinutes, 1),
            SetupMinutes = Math.Round(SetupMinutes, 1),
            DownMinutes = Math.Round(DownMinutes, 1),
            RequiredMinutes = Math.Round(RequiredMinutes, 1),
            IdealMinutesPerUnit = Produced > 0 ? Math.Round(IdealMinutes / Produced, 2) : null,
            ProducedQuantity = Produced,
            GoodQuantity = Good,
            DownReason = DownReason,
        };
        PlannedMinutes = RunMinutes = SetupMinutes = DownMinutes = RequiredMinutes = IdealMinutes = 0;
        Produced = Good = 0;
        DownReason = null;
        return row;
    }
}
