namespace ProdSales.Feeds;

/// <summary>One line of one version of a quote.</summary>
[Feed("quote_line", FeedKind.Fact, "报价行", BusinessDate = nameof(QuotedDate))]
public sealed record QuoteLine : FeedRow
{
    /// <summary>Day on which this version was sent, or made when not yet sent.</summary>
    [Column("报价日期")]
    public required DateOnly QuotedDate { get; init; }

    /// <summary>Quote that the line belongs to.</summary>
    [Column("报价单")]
    public required string QuoteId { get; init; }

    /// <summary>Number of the version, from 1.</summary>
    [Column("报价版本", Unit = Units.Count, Min = 1)]
    public long? QuoteVersion { get; init; }

    /// <summary>Number of the line in the quote.</summary>
    [Column("行号", Unit = Units.Count, Min = 1)]
    public long? LineNumber { get; init; }

    /// <summary>Source id of the opportunity.</summary>
    [Column("商机")]
    public string? OpportunityId { get; init; }

    /// <summary>Customer.</summary>
    [Column("客户", References = typeof(Customer))]
    public string? CustomerId { get; init; }

    /// <summary>Product.</summary>
    [Column("产品", References = typeof(Product))]
    public required string ProductId { get; init; }

    /// <summary>Configuration quoted.</summary>
    [Column("配置", References = typeof(Configuration))]
    public string? ConfigurationId { get; init; }

    /// <summary>Employee who quotes.</summary>
    [Column("负责人", References = typeof(Employee))]
    public string? OwnerId { get; init; }

    /// <summary>When the customer asked.</summary>
    [Column("询价时间")]
    public DateTime? RequestedAt { get; init; }

    /// <summary>When the quote went out; null when not yet.</summary>
    [Column("发出时间", NotBefore = nameof(RequestedAt))]
    public DateTime? SentAt { get; init; }

    /// <summary>Quantity quoted.</summary>
    [Column("数量", Unit = Units.Quantity)]
    public required decimal Quantity { get; init; }

    /// <summary>Amount at list price.</summary>
    [Column("目录金额", Unit = Units.Money)]
    public decimal? ListAmount { get; init; }

    /// <summary>Discount from list price.</summary>
    [Column("折扣金额", Unit = Units.Money)]
    public decimal? DiscountAmount { get; init; }

    /// <summary>Amount after discount, without tax.</summary>
    [Column("净额", Unit = Units.Money)]
    public required decimal NetAmount { get; init; }

    /// <summary>Cost estimated at the time.</summary>
    [Column("预估成本", Unit = Units.Money)]
    public decimal? EstimatedCost { get; init; }

    /// <summary>ISO 4217 code of the amounts.</summary>
    [Column("币种")]
    public required string Currency { get; init; }

    /// <summary>Rate on the day of booking; 1 for the group currency.</summary>
    [Column("汇率", Unit = Units.ExchangeRate, Min = 0)]
    public double? ExchangeRate { get; init; }

    /// <summary>Whether the configuration could be built.</summary>
    [Column("配置有效")]
    public bool? IsValid { get; init; }
}
