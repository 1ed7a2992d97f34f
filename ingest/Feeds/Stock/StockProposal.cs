namespace ProdSales.Feeds;

/// <summary>How much of an item to hold in a region so that the demand of a lead time is served as often as asked; never overwritten.</summary>
[Feed("stock_proposal", FeedKind.Fact, "备件库存建议", BusinessDate = nameof(ProposedDate), IsFromModels = true)]
public sealed record StockProposal : FeedRow
{
    /// <summary>Day of the proposal: what was dated later was not known.</summary>
    [Column("建议日期")]
    public required DateOnly ProposedDate { get; init; }

    /// <summary>Item.</summary>
    [Column("物料", References = typeof(Product))]
    public required string ProductId { get; init; }

    /// <summary>Region that the stock serves.</summary>
    [Column("区域")]
    public string? Region { get; init; }

    /// <summary>Days that the stock must last.</summary>
    [Column("提前期", Unit = Units.Days, Min = 1)]
    public required long LeadTimeDays { get; init; }

    /// <summary>Share of lead times whose demand the stock shall serve in full.</summary>
    [Column("目标服务水平", Unit = Units.Ratio, Min = 0, Max = 1)]
    public required double ServiceLevel { get; init; }

    /// <summary>Demand of the lead time to expect.</summary>
    [Column("预期需求", Unit = Units.Quantity, Min = 0)]
    public required decimal ExpectedQuantity { get; init; }

    /// <summary>Demand of the lead time that is exceeded with a probability of 0.9.</summary>
    [Column("需求下限", Unit = Units.Quantity, Min = 0)]
    public required decimal QuantityP10 { get; init; }

    /// <summary>Demand of the lead time that is exceeded with a probability of 0.1.</summary>
    [Column("需求上限", Unit = Units.Quantity, Min = 0)]
    public required decimal QuantityP90 { get; init; }

    /// <summary>Stock proposed.</summary>
    [Column("建议库存", Unit = Units.Quantity, Min = 0)]
    public required decimal ProposedQuantity { get; init; }
}
