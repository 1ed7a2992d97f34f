namespace ProdSales.Feeds;

/// <summary>A reason in the one tree of reasons, as for a lost deal, a late order or a stop.</summary>
[Feed("reason", FeedKind.Dimension, "原因")]
public sealed record Reason : FeedRow
{
    /// <summary>Name as people read it.</summary>
    [Column("名称")]
    public required string Name { get; init; }

    /// <summary>First day on which this version holds; null when it holds from the beginning.</summary>
    [Column("生效日期")]
    public DateOnly? EffectiveDate { get; init; }

    /// <summary>What it explains.</summary>
    [Column("类型", Allowed = ["lost", "late", "downtime", "scrap", "rework", "hold", "promise"])]
    public required string Kind { get; init; }

    /// <summary>Reason that this one is a case of; null at the top.</summary>
    [Column("上级原因", References = typeof(Reason))]
    public string? ParentId { get; init; }
}
