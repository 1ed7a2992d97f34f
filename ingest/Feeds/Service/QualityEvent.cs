namespace ProdSales.Feeds;

/// <summary>One check, rework, scrap or warranty case.</summary>
[Feed("quality_event", FeedKind.Fact, "质量事件", BusinessDate = nameof(OccurredDate))]
public sealed record QualityEvent : FeedRow
{
    /// <summary>Day.</summary>
    [Column("发生日期")]
    public required DateOnly OccurredDate { get; init; }

    /// <summary>What kind of event.</summary>
    [Column("类型", Allowed = ["check", "rework", "scrap", "warranty"])]
    public required string Kind { get; init; }

    /// <summary>Source id of the work order.</summary>
    [Column("工单")]
    public string? WorkOrderId { get; init; }

    /// <summary>Product.</summary>
    [Column("产品", References = typeof(Product))]
    public string? ProductId { get; init; }

    /// <summary>Work centre.</summary>
    [Column("工作中心", References = typeof(WorkCentre))]
    public string? WorkCentreId { get; init; }

    /// <summary>Device, for warranty.</summary>
    [Column("设备", References = typeof(Device))]
    public string? DeviceId { get; init; }

    /// <summary>Supplier of the faulty component.</summary>
    [Column("供应商", References = typeof(Supplier))]
    public string? SupplierId { get; init; }

    /// <summary>Pieces checked.</summary>
    [Column("检验数量", Unit = Units.Quantity, Min = 0)]
    public decimal? CheckedQuantity { get; init; }

    /// <summary>Pieces found bad.</summary>
    [Column("不良数量", Unit = Units.Quantity, Min = 0)]
    public decimal? DefectQuantity { get; init; }

    /// <summary>Cause.</summary>
    [Column("原因", Allowed = ["config_error", "process", "material", "design", "other"])]
    public string? Cause { get; init; }

    /// <summary>Cost of the event.</summary>
    [Column("成本", Unit = Units.Money)]
    public decimal? CostAmount { get; init; }

    /// <summary>ISO 4217 code of the cost.</summary>
    [Column("币种")]
    public string? Currency { get; init; }

    /// <summary>Lot.</summary>
    [Column("批次")]
    public string? Lot { get; init; }
}
