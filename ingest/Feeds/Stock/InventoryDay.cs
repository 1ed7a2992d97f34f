namespace ProdSales.Feeds;

/// <summary>Stock of one product in one warehouse at the end of one day.</summary>
[Feed("inventory_day", FeedKind.Fact, "库存日结", BusinessDate = nameof(Day))]
public sealed record InventoryDay : FeedRow
{
    /// <summary>Day.</summary>
    [Column("日期")]
    public required DateOnly Day { get; init; }

    /// <summary>Product.</summary>
    [Column("产品", References = typeof(Product))]
    public required string ProductId { get; init; }

    /// <summary>Warehouse.</summary>
    [Column("仓库")]
    public required string Warehouse { get; init; }

    /// <summary>Warehouse as master data.</summary>
    [Column("仓库主数据", References = typeof(StockLocation))]
    public string? StockLocationId { get; init; }

    /// <summary>Quantity on hand.</summary>
    [Column("数量", Unit = Units.Quantity)]
    public required decimal Quantity { get; init; }

    /// <summary>Value on hand; null when the source gives none.</summary>
    [Column("金额", Unit = Units.Money)]
    public decimal? Amount { get; init; }

    /// <summary>Quantity reserved.</summary>
    [Column("预留数量", Unit = Units.Quantity, Min = 0)]
    public decimal? ReservedQuantity { get; init; }

    /// <summary>ISO 4217 code of the value.</summary>
    [Column("币种")]
    public string? Currency { get; init; }
}
