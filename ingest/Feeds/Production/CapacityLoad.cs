namespace ProdSales.Feeds;

/// <summary>Load and capacity of one work centre in one coming week, as seen on one day; never overwritten.</summary>
[Feed("capacity_load", FeedKind.Fact, "产能负荷", BusinessDate = nameof(AsOfDate))]
public sealed record CapacityLoad : FeedRow
{
    /// <summary>Day on which it was seen.</summary>
    [Column("快照日期")]
    public required DateOnly AsOfDate { get; init; }

    /// <summary>Work centre.</summary>
    [Column("工作中心", References = typeof(WorkCentre))]
    public required string WorkCentreId { get; init; }

    /// <summary>Monday of the week that it is about.</summary>
    [Column("周起始日")]
    public required DateOnly WeekStart { get; init; }

    /// <summary>Minutes of run and set-up that the open orders require in that week.</summary>
    [Column("负荷", Unit = Units.Minutes, Min = 0)]
    public required double LoadMinutes { get; init; }

    /// <summary>Minutes in which work can be planned in that week.</summary>
    [Column("可用产能", Unit = Units.Minutes, Min = 0)]
    public required double AvailableMinutes { get; init; }

    /// <summary>Scenario; null for the plan in force.</summary>
    [Column("情景", References = typeof(Scenario))]
    public string? ScenarioId { get; init; }
}
