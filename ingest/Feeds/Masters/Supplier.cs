namespace ProdSales.Feeds;

/// <summary>A vendor of material and components.</summary>
[Feed("supplier", FeedKind.Dimension, "供应商")]
public sealed record Supplier : FeedRow
{
    /// <summary>Name of the vendor.</summary>
    [Column("名称")]
    public required string Name { get; init; }

    /// <summary>First day on which this version holds; null when it holds from the beginning.</summary>
    [Column("生效日期")]
    public DateOnly? EffectiveDate { get; init; }

    /// <summary>Country.</summary>
    [Column("国家")]
    public string? Country { get; init; }

    /// <summary>Rating, as the source names it.</summary>
    [Column("信用评级")]
    public string? CreditRating { get; init; }

    /// <summary>False when nothing is bought there any more.</summary>
    [Column("有效")]
    public bool? IsActive { get; init; }
}
