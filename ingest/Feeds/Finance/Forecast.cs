namespace ProdSales.Feeds;

/// <summary>One forecast for one period, as made on its origin day; never overwritten.</summary>
[Feed("forecast", FeedKind.Fact, "预测", BusinessDate = nameof(OriginDate))]
public sealed record Forecast : FeedRow
{
    /// <summary>Day on which the forecast was made.</summary>
    [Column("预测日")]
    public required DateOnly OriginDate { get; init; }

    /// <summary>First day of the period forecast, inclusive.</summary>
    [Column("目标期开始")]
    public required DateOnly PeriodStart { get; init; }

    /// <summary>Last day of the period forecast, inclusive.</summary>
    [Column("目标期结束", NotBefore = nameof(PeriodStart))]
    public required DateOnly PeriodEnd { get; init; }

    /// <summary>Who or what made it, as in naive, statistical, pipeline, sales, override, consensus.</summary>
    [Column("来源")]
    public required string Method { get; init; }

    /// <summary>Name of the measure in the glossary, as in revenue.</summary>
    [Column("指标")]
    public required string Measure { get; init; }

    /// <summary>Employee whose business it is about.</summary>
    [Column("员工", References = typeof(Employee))]
    public string? EmployeeId { get; init; }

    /// <summary>Product.</summary>
    [Column("产品", References = typeof(Product))]
    public string? ProductId { get; init; }

    /// <summary>Region.</summary>
    [Column("区域")]
    public string? Region { get; init; }

    /// <summary>Product line.</summary>
    [Column("产品线")]
    public string? ProductLine { get; init; }

    /// <summary>Quantity forecast.</summary>
    [Column("数量", Unit = Units.Quantity)]
    public decimal? Quantity { get; init; }

    /// <summary>Quantity that is exceeded with a probability of 0.9.</summary>
    [Column("数量下限", Unit = Units.Quantity)]
    public decimal? QuantityP10 { get; init; }

    /// <summary>Quantity that is exceeded with a probability of 0.1.</summary>
    [Column("数量上限", Unit = Units.Quantity)]
    public decimal? QuantityP90 { get; init; }

    /// <summary>Amount forecast.</summary>
    [Column("金额", Unit = Units.Money)]
    public decimal? Amount { get; init; }

    /// <summary>Amount that is exceeded with a probability of 0.9.</summary>
    [Column("金额下限", Unit = Units.Money)]
    public decimal? AmountP10 { get; init; }

    /// <summary>Amount that is exceeded with a probability of 0.1.</summary>
    [Column("金额上限", Unit = Units.Money)]
    public decimal? AmountP90 { get; init; }

    /// <summary>ISO 4217 code of the amounts.</summary>
    [Column("币种")]
    public string? Currency { get; init; }

    /// <summary>Rate on the day of booking; 1 for the group currency.</summary>
    [Column("汇率", Unit = Units.ExchangeRate, Min = 0)]
    public double? ExchangeRate { get; init; }

    /// <summary>Who said it, by name or account; null for a model.</summary>
    [Column("提出人")]
    public string? MadeBy { get; init; }

    /// <summary>Why it was said where it differs from what another method says.</summary>
    [Column("理由")]
    public string? Reason { get; init; }
}
