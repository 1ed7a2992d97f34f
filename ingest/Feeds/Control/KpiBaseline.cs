namespace ProdSales.Feeds;

/// <summary>The value of a measure before a change, frozen to hold later values against.</summary>
[Feed("kpi_baseline", FeedKind.Fact, "指标基线", BusinessDate = nameof(FrozenDate))]
public sealed record KpiBaseline : FeedRow
{
    /// <summary>Day on which it was frozen.</summary>
    [Column("冻结日期")]
    public required DateOnly FrozenDate { get; init; }

    /// <summary>First day of the period measured, inclusive.</summary>
    [Column("期间开始")]
    public required DateOnly PeriodStart { get; init; }

    /// <summary>Last day of the period measured, inclusive.</summary>
    [Column("期间结束", NotBefore = nameof(PeriodStart))]
    public required DateOnly PeriodEnd { get; init; }

    /// <summary>Name of the measure in the glossary, as in otd_rate.</summary>
    [Column("指标")]
    public required string Measure { get; init; }

    /// <summary>Unit that it is about; null for the whole company.</summary>
    [Column("组织", References = typeof(Organisation))]
    public string? OrganisationId { get; init; }

    /// <summary>Product line that it is about; null for all.</summary>
    [Column("产品线")]
    public string? ProductLine { get; init; }

    /// <summary>Whether the change touches it, or it serves to compare.</summary>
    [Column("分组", Allowed = ["treated", "control"])]
    public required string Cohort { get; init; }

    /// <summary>Value in the unit of the measure.</summary>
    [Column("基线值", Unit = Units.MeasureUnit)]
    public required double Value { get; init; }

    /// <summary>Rows behind the value.</summary>
    [Column("样本数", Unit = Units.Count, Min = 0)]
    public long? Samples { get; init; }
}
