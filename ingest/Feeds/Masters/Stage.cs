namespace ProdSales.Feeds;

/// <summary>A stage of the sales process, in its order.</summary>
[Feed("stage", FeedKind.Dimension, "销售阶段")]
public sealed record Stage : FeedRow
{
    /// <summary>Name in English.</summary>
    [Column("名称")]
    public required string Name { get; init; }

    /// <summary>First day on which this version holds; null when it holds from the beginning.</summary>
    [Column("生效日期")]
    public DateOnly? EffectiveDate { get; init; }

    /// <summary>Name in Chinese.</summary>
    [Column("中文名称")]
    public string? NameZh { get; init; }

    /// <summary>Place in the order of the process, from 1; won and lost come last.</summary>
    [Column("顺序", Unit = Units.Count, Min = 1)]
    public required long Sequence { get; init; }

    /// <summary>Whether a deal in it is still open.</summary>
    [Column("类型", Allowed = ["open", "won", "lost"])]
    public required string Kind { get; init; }
}
