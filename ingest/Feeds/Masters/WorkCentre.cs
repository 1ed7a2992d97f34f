namespace ProdSales.Feeds;

/// <summary>A work centre: machines or places that do one kind of operation.</summary>
[Feed("work_centre", FeedKind.Dimension, "工作中心")]
public sealed record WorkCentre : FeedRow
{
    /// <summary>Name on the shop floor.</summary>
    [Column("名称")]
    public required string Name { get; init; }

    /// <summary>First day on which this version holds; null when it holds from the beginning.</summary>
    [Column("生效日期")]
    public DateOnly? EffectiveDate { get; init; }

    /// <summary>Production line that the work centre belongs to.</summary>
    [Column("产线")]
    public string? ProductionLine { get; init; }

    /// <summary>Plant.</summary>
    [Column("工厂")]
    public string? Plant { get; init; }

    /// <summary>Places that can work at the same time.</summary>
    [Column("并行数", Unit = Units.Count, Min = 1)]
    public long? Lanes { get; init; }

    /// <summary>Cost of one hour.</summary>
    [Column("小时费率", Unit = Units.Money, Min = 0)]
    public decimal? HourlyCost { get; init; }

    /// <summary>Hours of one week in which work may be planned, all lanes together.</summary>
    [Column("每周可用工时", Unit = Units.Hours, Min = 0)]
    public double? AvailableHoursPerWeek { get; init; }

    /// <summary>ISO 4217 code of the hourly cost.</summary>
    [Column("币种")]
    public string? Currency { get; init; }
}
