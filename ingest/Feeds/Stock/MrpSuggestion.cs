namespace ProdSales.Feeds;

/// <summary>One suggestion to buy or make, and what became of it.</summary>
[Feed("mrp_suggestion", FeedKind.Fact, "采购建议", BusinessDate = nameof(SuggestedDate))]
public sealed record MrpSuggestion : FeedRow
{
    /// <summary>Day of the run that made it.</summary>
    [Column("建议日期")]
    public required DateOnly SuggestedDate { get; init; }

    /// <summary>Item that is short.</summary>
    [Column("物料", References = typeof(Product))]
    public required string ProductId { get; init; }

    /// <summary>Where it is short.</summary>
    [Column("仓库", References = typeof(StockLocation))]
    public string? StockLocationId { get; init; }

    /// <summary>Supplier suggested.</summary>
    [Column("供应商", References = typeof(Supplier))]
    public string? SupplierId { get; init; }

    /// <summary>What is suggested.</summary>
    [Column("动作", Allowed = ["buy", "make", "expedite", "postpone", "cancel"])]
    public required string Action { get; init; }

    /// <summary>Day by which it is needed.</summary>
    [Column("需求日期")]
    public DateOnly? NeedDate { get; init; }

    /// <summary>Quantity that is short after stock and receipts on their way.</summary>
    [Column("净需求", Unit = Units.Quantity, Min = 0)]
    public required decimal NetQuantity { get; init; }

    /// <summary>Quantity suggested, by the lot rules.</summary>
    [Column("建议数量", Unit = Units.Quantity, Min = 0)]
    public required decimal SuggestedQuantity { get; init; }

    /// <summary>What became of it.</summary>
    [Column("结果", Allowed = ["open", "accepted", "changed", "rejected"])]
    public required string Outcome { get; init; }

    /// <summary>Day of the decision; null while open.</summary>
    [Column("决定日期", NotBefore = nameof(SuggestedDate))]
    public DateOnly? DecidedDate { get; init; }

    /// <summary>Order that came of it; null when none did.</summary>
    [Column("订单号")]
    public string? OrderId { get; init; }
}
