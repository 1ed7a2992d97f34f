namespace ProdSales.Feeds;

/// <summary>One line of a sales order, in its latest version.</summary>
[Feed("sales_order_line", FeedKind.Fact, "销售订单行", BusinessDate = nameof(OrderedDate))]
public sealed record SalesOrderLine : FeedRow
{
    /// <summary>Day on which the order was booked.</summary>
    [Column("下单日期")]
    public required DateOnly OrderedDate { get; init; }

    /// <summary>Order that the line belongs to.</summary>
    [Column("订单号")]
    public required string OrderId { get; init; }

    /// <summary>Number of the line in the order.</summary>
    [Column("行号", Unit = Units.Count, Min = 1)]
    public long? LineNumber { get; init; }

    /// <summary>Customer who ordered.</summary>
    [Column("客户", References = typeof(Customer))]
    public string? CustomerId { get; init; }

    /// <summary>Product ordered.</summary>
    [Column("产品", References = typeof(Product))]
    public required string ProductId { get; init; }

    /// <summary>Configuration ordered.</summary>
    [Column("配置", References = typeof(Configuration))]
    public string? ConfigurationId { get; init; }

    /// <summary>Employee who sold it.</summary>
    [Column("销售员", References = typeof(Employee))]
    public string? OwnerId { get; init; }

    /// <summary>Team that the sale counts for.</summary>
    [Column("销售团队", References = typeof(Organisation))]
    public string? OrganisationId { get; init; }

    /// <summary>Source id of the opportunity that it came from.</summary>
    [Column("商机")]
    public string? OpportunityId { get; init; }

    /// <summary>Sales region of the order where the source books one; null takes the customer's region of that day.</summary>
    [Column("区域")]
    public string? Region { get; init; }

    /// <summary>Channel, as in reseller, online, direct.</summary>
    [Column("渠道")]
    public string? Channel { get; init; }

    /// <summary>Promotion or offer that applied.</summary>
    [Column("促销")]
    public string? Promotion { get; init; }

    /// <summary>True when it is made for this order, false when it comes from stock.</summary>
    [Column("按单生产")]
    public bool? IsMadeToOrder { get; init; }

    /// <summary>True when it goes before others.</summary>
    [Column("急单")]
    public bool? IsRush { get; init; }

    /// <summary>Quantity ordered; negative for a return.</summary>
    [Column("数量", Unit = Units.Quantity)]
    public required decimal Quantity { get; init; }

    /// <summary>Amount at list price, before discount.</summary>
    [Column("目录金额", Unit = Units.Money)]
    public decimal? ListAmount { get; init; }

    /// <summary>Discount from list price.</summary>
    [Column("折扣金额", Unit = Units.Money)]
    public decimal? DiscountAmount { get; init; }

    /// <summary>Amount after discount, without tax: the revenue.</summary>
    [Column("净额", Unit = Units.Money)]
    public required decimal NetAmount { get; init; }

    /// <summary>Cost of what was sold; null when the source gives none.</summary>
    [Column("成本金额", Unit = Units.Money)]
    public decimal? CostAmount { get; init; }

    /// <summary>Tax on the line.</summary>
    [Column("税额", Unit = Units.Money)]
    public decimal? TaxAmount { get; init; }

    /// <summary>ISO 4217 code of the amounts.</summary>
    [Column("币种")]
    public required string Currency { get; init; }

    /// <summary>Rate on the day of booking; 1 for the group currency.</summary>
    [Column("汇率", Unit = Units.ExchangeRate, Min = 0)]
    public double? ExchangeRate { get; init; }

    /// <summary>True when the line was cancelled and counts for nothing.</summary>
    [Column("已取消")]
    public bool? IsCancelled { get; init; }
}
