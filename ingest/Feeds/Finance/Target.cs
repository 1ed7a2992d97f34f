namespace ProdSales.Feeds;

/// <summary>A target for a measure, valid from a day to a day.</summary>
[Feed("target", FeedKind.Fact, "目标", BusinessDate = nameof(ValidFrom))]
public sealed record Target : FeedRow
{
    /// <summary>First day of the interval, inclusive.</summary>
    [Column("开始日期")]
    public required DateOnly ValidFrom { get; init; }

    /// <summary>End of the interval, exclusive.</summary>
    [Column("结束日期", NotBefore = nameof(ValidFrom))]
    public required DateOnly ValidTo { get; init; }

    /// <summary>Measure of the model, as in delivery.otd_rate; without its subject where the name is that of one measure alone.</summary>
    [Column("指标", NamesMeasure = true)]
    public required string Measure { get; init; }

    /// <summary>Employee whose target it is.</summary>
    [Column("员工", References = typeof(Employee))]
    public string? EmployeeId { get; init; }

    /// <summary>Unit whose target it is.</summary>
    [Column("组织", References = typeof(Organisation))]
    public string? OrganisationId { get; init; }

    /// <summary>Product that it is for.</summary>
    [Column("产品", References = typeof(Product))]
    public string? ProductId { get; init; }

    /// <summary>Region that it is for.</summary>
    [Column("区域")]
    public string? Region { get; init; }

    /// <summary>Product line that it is for.</summary>
    [Column("产品线")]
    public string? ProductLine { get; init; }

    /// <summary>Channel that it is for.</summary>
    [Column("渠道")]
    public string? Channel { get; init; }

    /// <summary>Value to reach in the unit of the measure: a ratio as 0.95, an amount in its currency.</summary>
    [Column("目标值", Unit = Units.Money)]
    public required decimal TargetValue { get; init; }

    /// <summary>ISO 4217 code when the measure is money; null for any other.</summary>
    [Column("币种")]
    public string? Currency { get; init; }

    /// <summary>Rate on the day of booking; 1 for the group currency.</summary>
    [Column("汇率", Unit = Units.ExchangeRate, Min = 0)]
    public double? ExchangeRate { get; init; }
}
