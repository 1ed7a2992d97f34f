namespace ProdSales.Feeds;

/// <summary>A campaign with the channel that it uses.</summary>
[Feed("campaign", FeedKind.Dimension, "市场活动")]
public sealed record Campaign : FeedRow
{
    /// <summary>Name as people read it.</summary>
    [Column("名称")]
    public required string Name { get; init; }

    /// <summary>First day on which this version holds; null when it holds from the beginning.</summary>
    [Column("生效日期")]
    public DateOnly? EffectiveDate { get; init; }

    /// <summary>Channel, as in website, trade fair.</summary>
    [Column("渠道")]
    public string? Channel { get; init; }

    /// <summary>First day.</summary>
    [Column("开始日期")]
    public DateOnly? StartDate { get; init; }

    /// <summary>Last day, inclusive; null while it runs.</summary>
    [Column("结束日期")]
    public DateOnly? EndDate { get; init; }

    /// <summary>Budget in the currency of the row.</summary>
    [Column("预算", Unit = Units.Money, Min = 0)]
    public decimal? BudgetAmount { get; init; }

    /// <summary>ISO 4217 code of the budget.</summary>
    [Column("币种")]
    public string? Currency { get; init; }
}
