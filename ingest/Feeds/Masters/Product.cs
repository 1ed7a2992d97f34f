namespace ProdSales.Feeds;

/// <summary>A product, component or spare part as master data.</summary>
[Feed("product", FeedKind.Dimension, "产品")]
public sealed record Product : FeedRow
{
    /// <summary>Name in the catalogue.</summary>
    [Column("名称")]
    public required string Name { get; init; }

    /// <summary>First day on which this version holds; null when it holds from the beginning.</summary>
    [Column("生效日期")]
    public DateOnly? EffectiveDate { get; init; }

    /// <summary>What kind of item it is.</summary>
    [Column("物料类型", Allowed = ["finished", "component", "spare_part", "service", "material"])]
    public string? ItemType { get; init; }

    /// <summary>Product line, by which sales and production are compared.</summary>
    [Column("产品线")]
    public string? ProductLine { get; init; }

    /// <summary>Family or category inside the line.</summary>
    [Column("产品族")]
    public string? Family { get; init; }

    /// <summary>Unit in which quantities are counted.</summary>
    [Column("计量单位")]
    public string? UnitOfMeasure { get; init; }

    /// <summary>Cost of one unit in the currency of the row.</summary>
    [Column("标准成本", Unit = Units.Money, Min = 0)]
    public decimal? StandardCost { get; init; }

    /// <summary>Price of one unit before discount in the currency of the row.</summary>
    [Column("目录价", Unit = Units.Money, Min = 0)]
    public decimal? ListPrice { get; init; }

    /// <summary>ISO 4217 code of cost and price.</summary>
    [Column("币种")]
    public string? Currency { get; init; }

    /// <summary>False when it is no longer sold or made.</summary>
    [Column("有效")]
    public bool? IsActive { get; init; }
}
