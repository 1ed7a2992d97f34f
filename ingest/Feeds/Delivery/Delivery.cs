namespace ProdSales.Feeds;

/// <summary>One delivery against a schedule line.</summary>
[Feed("delivery", FeedKind.Fact, "交货", BusinessDate = nameof(DeliveredDate))]
public sealed record Delivery : FeedRow
{
    /// <summary>Day of the delivery.</summary>
    [Column("交货日期")]
    public required DateOnly DeliveredDate { get; init; }

    /// <summary>Source id of the schedule line.</summary>
    [Column("计划行")]
    public required string ScheduleLineId { get; init; }

    /// <summary>Order.</summary>
    [Column("订单号")]
    public string? OrderId { get; init; }

    /// <summary>Customer.</summary>
    [Column("客户", References = typeof(Customer))]
    public string? CustomerId { get; init; }

    /// <summary>Product.</summary>
    [Column("产品", References = typeof(Product))]
    public string? ProductId { get; init; }

    /// <summary>Quantity delivered.</summary>
    [Column("数量", Unit = Units.Quantity, Min = 0)]
    public required decimal Quantity { get; init; }

    /// <summary>Warehouse that it left.</summary>
    [Column("仓库")]
    public string? Warehouse { get; init; }

    /// <summary>Whether the papers were right.</summary>
    [Column("单据无误")]
    public bool? IsDocumentationRight { get; init; }

    /// <summary>Whether it arrived undamaged.</summary>
    [Column("完好")]
    public bool? IsConditionRight { get; init; }
}
