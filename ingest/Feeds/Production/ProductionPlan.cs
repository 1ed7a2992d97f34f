namespace ProdSales.Feeds;

/// <summary>Planned quantity of a product in a period, in one version of the plan.</summary>
[Feed("production_plan", FeedKind.Fact, "生产计划", BusinessDate = nameof(PeriodStart))]
public sealed record ProductionPlan : FeedRow
{
    /// <summary>First day of the period, inclusive.</summary>
    [Column("开始日期")]
    public required DateOnly PeriodStart { get; init; }

    /// <summary>Last day of the period, inclusive.</summary>
    [Column("结束日期", NotBefore = nameof(PeriodStart))]
    public required DateOnly PeriodEnd { get; init; }

    /// <summary>Version of the plan.</summary>
    [Column("计划版本")]
    public required string PlanVersion { get; init; }

    /// <summary>Product.</summary>
    [Column("产品", References = typeof(Product))]
    public required string ProductId { get; init; }

    /// <summary>Production line.</summary>
    [Column("产线")]
    public string? ProductionLine { get; init; }

    /// <summary>Quantity planned.</summary>
    [Column("计划数量", Unit = Units.Quantity, Min = 0)]
    public required decimal PlannedQuantity { get; init; }

    /// <summary>Quantity finished in the period as the source reports it; null when it is taken from work orders.</summary>
    [Column("实际数量", Unit = Units.Quantity, Min = 0)]
    public decimal? ActualQuantity { get; init; }
}
