namespace ProdSales.Feeds;

/// <summary>A team, department or company in the tree of responsibility.</summary>
[Feed("organisation", FeedKind.Dimension, "组织")]
public sealed record Organisation : FeedRow
{
    /// <summary>Name of the unit.</summary>
    [Column("名称")]
    public required string Name { get; init; }

    /// <summary>First day on which this version holds; null when it holds from the beginning.</summary>
    [Column("生效日期")]
    public DateOnly? EffectiveDate { get; init; }

    /// <summary>What kind of unit it is.</summary>
    [Column("类型", Allowed = ["company", "division", "department", "team"])]
    public string? Kind { get; init; }

    /// <summary>Unit that this one belongs to; null at the top.</summary>
    [Column("上级组织", References = typeof(Organisation))]
    public string? ParentId { get; init; }

    /// <summary>Region that the unit is responsible for.</summary>
    [Column("区域")]
    public string? Region { get; init; }
}
