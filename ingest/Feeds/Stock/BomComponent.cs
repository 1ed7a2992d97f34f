namespace ProdSales.Feeds;

/// <summary>One component of a product in one bill of materials.</summary>
[Feed("bom_component", FeedKind.Fact, "物料清单行", BusinessDate = nameof(ValidFrom))]
public sealed record BomComponent : FeedRow
{
    /// <summary>First day on which the component is used.</summary>
    [Column("生效日期")]
    public required DateOnly ValidFrom { get; init; }

    /// <summary>Last day on which it is used; null while in use.</summary>
    [Column("失效日期", NotBefore = nameof(ValidFrom))]
    public DateOnly? ValidTo { get; init; }

    /// <summary>Product that is made.</summary>
    [Column("母件", References = typeof(Product))]
    public required string ParentProductId { get; init; }

    /// <summary>Version of the bill of materials.</summary>
    [Column("物料清单版本", References = typeof(BomVersion))]
    public string? BomVersionId { get; init; }

    /// <summary>Product that goes into it.</summary>
    [Column("子件", References = typeof(Product))]
    public required string ComponentProductId { get; init; }

    /// <summary>Quantity for one unit of the parent.</summary>
    [Column("单位用量", Unit = Units.Quantity)]
    public required decimal QuantityPer { get; init; }

    /// <summary>Unit of the quantity.</summary>
    [Column("计量单位")]
    public string? UnitOfMeasure { get; init; }

    /// <summary>Level in the bill of the source.</summary>
    [Column("层级", Unit = Units.Count)]
    public long? Level { get; init; }
}
