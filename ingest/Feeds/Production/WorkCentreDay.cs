namespace ProdSales.Feeds;

/// <summary>Time account of one work centre for one day, after ISO 22400-2.</summary>
[Feed("work_centre_day", FeedKind.Fact, "工作中心日", BusinessDate = nameof(Day))]
public sealed record WorkCentreDay : FeedRow
{
    /// <summary>Day of the plant calendar.</summary>
    [Column("日期")]
    public required DateOnly Day { get; init; }

    /// <summary>Work centre.</summary>
    [Column("工作中心", References = typeof(WorkCentre))]
    public required string WorkCentreId { get; init; }

    /// <summary>All minutes of the day, all lanes.</summary>
    [Column("日历时间", Unit = Units.Minutes, Min = 0)]
    public double? CalendarMinutes { get; init; }

    /// <summary>Minutes in which work was planned to be possible (PBT).</summary>
    [Column("计划运行时间", Unit = Units.Minutes, Min = 0)]
    public required double PlannedBusyMinutes { get; init; }

    /// <summary>Minutes in which the centre produced (APT).</summary>
    [Column("实际生产时间", Unit = Units.Minutes, Min = 0)]
    public double? ActualProductionMinutes { get; init; }

    /// <summary>Minutes of set-up.</summary>
    [Column("准备时间", Unit = Units.Minutes, Min = 0)]
    public double? SetupMinutes { get; init; }

    /// <summary>Minutes of unplanned stops.</summary>
    [Column("停机时间", Unit = Units.Minutes, Min = 0)]
    public double? DownMinutes { get; init; }

    /// <summary>Minutes of run and set-up that the orders of the day required by standard.</summary>
    [Column("负荷时间", Unit = Units.Minutes, Min = 0)]
    public double? RequiredMinutes { get; init; }

    /// <summary>Minutes that one unit takes at best (PRI).</summary>
    [Column("理想节拍", Unit = Units.Minutes, Min = 0)]
    public double? IdealMinutesPerUnit { get; init; }

    /// <summary>Quantity produced.</summary>
    [Column("产量", Unit = Units.Quantity, Min = 0)]
    public decimal? ProducedQuantity { get; init; }

    /// <summary>Quantity good at the first go.</summary>
    [Column("合格数量", Unit = Units.Quantity, Min = 0)]
    public decimal? GoodQuantity { get; init; }

    /// <summary>Main reason of the stops.</summary>
    [Column("停机原因")]
    public string? DownReason { get; init; }
}
