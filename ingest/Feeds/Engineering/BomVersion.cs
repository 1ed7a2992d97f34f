namespace ProdSales.Feeds;

/// <summary>One released version of a bill of materials; it never changes afterwards.</summary>
[Feed("bom_version", FeedKind.Dimension, "物料清单版本")]
public sealed record BomVersion : FeedRow
{
    /// <summary>Name of the version, as in the change notice.</summary>
    [Column("名称")]
    public required string Name { get; init; }

    /// <summary>First day on which this version holds; null when it holds from the beginning.</summary>
    [Column("生效日期")]
    public DateOnly? EffectiveDate { get; init; }

    /// <summary>Product that it is for.</summary>
    [Column("产品", References = typeof(Product))]
    public required string ProductId { get; init; }

    /// <summary>Day of release.</summary>
    [Column("发布日期")]
    public DateOnly? ReleasedDate { get; init; }

    /// <summary>Engineering change that made it; null for the first version.</summary>
    [Column("变更单")]
    public string? ChangeNotice { get; init; }

    /// <summary>False when new orders take a later version.</summary>
    [Column("有效")]
    public bool? IsActive { get; init; }
}
