namespace ProdSales.Feeds;

/// <summary>One line of spare parts used.</summary>
[Feed("part_usage", FeedKind.Fact, "备件使用", BusinessDate = nameof(UsedDate))]
public sealed record PartUsage : FeedRow
{
    /// <summary>Day.</summary>
    [Column("使用日期")]
    public required DateOnly UsedDate { get; init; }

    /// <summary>Source id of the ticket.</summary>
    [Column("服务工单")]
    public string? TicketId { get; init; }

    /// <summary>Source id of the visit.</summary>
    [Column("上门")]
    public string? VisitId { get; init; }

    /// <summary>Device.</summary>
    [Column("设备", References = typeof(Device))]
    public string? DeviceId { get; init; }

    /// <summary>Spare part.</summary>
    [Column("备件", References = typeof(Product))]
    public required string ProductId { get; init; }

    /// <summary>Quantity used; negative when returned.</summary>
    [Column("数量", Unit = Units.Quantity)]
    public required decimal Quantity { get; init; }

    /// <summary>Cost at moving average.</summary>
    [Column("成本", Unit = Units.Money)]
    public decimal? CostAmount { get; init; }

    /// <summary>ISO 4217 code of the cost.</summary>
    [Column("币种")]
    public string? Currency { get; init; }

    /// <summary>Lot of the part.</summary>
    [Column("批次")]
    public string? Lot { get; init; }
}
