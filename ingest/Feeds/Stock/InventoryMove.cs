namespace ProdSales.Feeds;

/// <summary>One move of stock; the balance is the sum of moves.</summary>
[Feed("inventory_move", FeedKind.Fact, "库存移动", BusinessDate = nameof(MoveDate))]
public sealed record InventoryMove : FeedRow
{
    /// <summary>Business day.</summary>
    [Column("移动日期")]
    public required DateOnly MoveDate { get; init; }

    /// <summary>Product.</summary>
    [Column("产品", References = typeof(Product))]
    public required string ProductId { get; init; }

    /// <summary>Warehouse.</summary>
    [Column("仓库")]
    public required string Warehouse { get; init; }

    /// <summary>Warehouse as master data.</summary>
    [Column("仓库主数据", References = typeof(StockLocation))]
    public string? StockLocationId { get; init; }

    /// <summary>What kind of move.</summary>
    [Column("类型", Allowed = ["receipt", "issue", "transfer", "adjustment", "scrap", "return"])]
    public required string Kind { get; init; }

    /// <summary>Quantity, negative when it leaves.</summary>
    [Column("数量", Unit = Units.Quantity)]
    public required decimal Quantity { get; init; }

    /// <summary>Value moved, signed as the quantity.</summary>
    [Column("金额", Unit = Units.Money)]
    public decimal? Amount { get; init; }

    /// <summary>ISO 4217 code of the value.</summary>
    [Column("币种")]
    public string? Currency { get; init; }

    /// <summary>Document that caused it.</summary>
    [Column("单据")]
    public string? ReferenceId { get; init; }

    /// <summary>Lot.</summary>
    [Column("批次")]
    public string? Lot { get; init; }
}
