namespace ProdSales.Feeds;

/// <summary>One line of a purchase order.</summary>
[Feed("purchase_order_line", FeedKind.Fact, "采购订单行", BusinessDate = nameof(OrderedDate))]
public sealed record PurchaseOrderLine : FeedRow
{
    /// <summary>Day of the order.</summary>
    [Column("下单日期")]
    public required DateOnly OrderedDate { get; init; }

    /// <summary>Purchase order.</summary>
    [Column("采购单号")]
    public required string OrderId { get; init; }

    /// <summary>Number of the line.</summary>
    [Column("行号", Unit = Units.Count)]
    public long? LineNumber { get; init; }

    /// <summary>Supplier.</summary>
    [Column("供应商", References = typeof(Supplier))]
    public required string SupplierId { get; init; }

    /// <summary>Product or material.</summary>
    [Column("产品", References = typeof(Product))]
    public required string ProductId { get; init; }

    /// <summary>Day by which it should arrive.</summary>
    [Column("要求到货日期")]
    public DateOnly? DueDate { get; init; }

    /// <summary>Day on which it arrived.</summary>
    [Column("到货日期")]
    public DateOnly? ReceivedDate { get; init; }

    /// <summary>Quantity ordered.</summary>
    [Column("订购数量", Unit = Units.Quantity, Min = 0)]
    public required decimal OrderedQuantity { get; init; }

    /// <summary>Quantity that arrived.</summary>
    [Column("到货数量", Unit = Units.Quantity, Min = 0)]
    public decimal? ReceivedQuantity { get; init; }

    /// <summary>Quantity refused at inspection.</summary>
    [Column("拒收数量", Unit = Units.Quantity, Min = 0)]
    public decimal? RejectedQuantity { get; init; }

    /// <summary>Quantity put into stock.</summary>
    [Column("入库数量", Unit = Units.Quantity, Min = 0)]
    public decimal? StockedQuantity { get; init; }

    /// <summary>Amount without tax.</summary>
    [Column("金额", Unit = Units.Money)]
    public required decimal Amount { get; init; }

    /// <summary>ISO 4217 code of the amount.</summary>
    [Column("币种")]
    public required string Currency { get; init; }

    /// <summary>Rate on the day of booking; 1 for the group currency.</summary>
    [Column("汇率", Unit = Units.ExchangeRate, Min = 0)]
    public double? ExchangeRate { get; init; }
}
