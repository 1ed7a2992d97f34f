namespace ProdSales.Feeds;

/// <summary>A warehouse, a store or a service van.</summary>
[Feed("stock_location", FeedKind.Dimension, "库位仓库")]
public sealed record StockLocation : FeedRow
{
    /// <summary>Name as people read it.</summary>
    [Column("名称")]
    public required string Name { get; init; }

    /// <summary>First day on which this version holds; null when it holds from the beginning.</summary>
    [Column("生效日期")]
    public DateOnly? EffectiveDate { get; init; }

    /// <summary>What kind of place.</summary>
    [Column("类型", Allowed = ["material", "finished", "spare_part", "van", "quarantine"])]
    public string? Kind { get; init; }

    /// <summary>Plant that it belongs to.</summary>
    [Column("工厂")]
    public string? Plant { get; init; }

    /// <summary>Employee who holds it; the engineer of a van.</summary>
    [Column("保管人", References = typeof(Employee))]
    public string? HolderId { get; init; }
}
