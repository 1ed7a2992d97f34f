namespace ProdSales.Feeds;

/// <summary>One work order from release to stock.</summary>
[Feed("work_order", FeedKind.Fact, "生产工单", BusinessDate = nameof(DueDate))]
public sealed record WorkOrder : FeedRow
{
    /// <summary>Day of release.</summary>
    [Column("下达日期")]
    public DateOnly? ReleasedDate { get; init; }

    /// <summary>Day on which work began.</summary>
    [Column("开工日期")]
    public DateOnly? StartedDate { get; init; }

    /// <summary>Day by which it should be finished.</summary>
    [Column("计划完工日期")]
    public required DateOnly DueDate { get; init; }

    /// <summary>Day on which it was finished; null while open.</summary>
    [Column("完工日期", NotBefore = nameof(StartedDate))]
    public DateOnly? FinishedDate { get; init; }

    /// <summary>Product made.</summary>
    [Column("产品", References = typeof(Product))]
    public required string ProductId { get; init; }

    /// <summary>Source id of the sales order line that it is for; null for stock.</summary>
    [Column("订单行")]
    public string? OrderLineId { get; init; }

    /// <summary>Customer that it is for; null for stock.</summary>
    [Column("客户", References = typeof(Customer))]
    public string? CustomerId { get; init; }

    /// <summary>Production line.</summary>
    [Column("产线")]
    public string? ProductionLine { get; init; }

    /// <summary>Quantity to make.</summary>
    [Column("工单数量", Unit = Units.Quantity, Min = 0)]
    public required decimal OrderedQuantity { get; init; }

    /// <summary>Quantity put into stock.</summary>
    [Column("合格数量", Unit = Units.Quantity, Min = 0)]
    public decimal? GoodQuantity { get; init; }

    /// <summary>Quantity scrapped.</summary>
    [Column("报废数量", Unit = Units.Quantity, Min = 0)]
    public decimal? ScrappedQuantity { get; init; }

    /// <summary>Main reason of scrap.</summary>
    [Column("报废原因")]
    public string? ScrapReason { get; init; }

    /// <summary>Run and set-up minutes by standard.</summary>
    [Column("标准工时", Unit = Units.Minutes, Min = 0)]
    public double? StandardMinutes { get; init; }

    /// <summary>Run and set-up minutes reported.</summary>
    [Column("实际工时", Unit = Units.Minutes, Min = 0)]
    public double? ActualMinutes { get; init; }

    /// <summary>Cost of material, labour and overhead.</summary>
    [Column("成本", Unit = Units.Money)]
    public decimal? CostAmount { get; init; }

    /// <summary>ISO 4217 code of the cost.</summary>
    [Column("币种")]
    public string? Currency { get; init; }

    /// <summary>Where the work order stands.</summary>
    [Column("状态", Allowed = ["planned", "released", "started", "finished", "closed", "cancelled"])]
    public required string Status { get; init; }
}
