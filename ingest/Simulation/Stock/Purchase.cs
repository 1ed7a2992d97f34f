using ProdSales.Simulation.Products;

namespace ProdSales.Simulation.Stock;

/// <summary>One purchase of one item on its way; its cost is in CNY.</summary>
internal sealed record Purchase(
    long Number, string SupplierId, CatalogueItem Item, DateOnly Ordered, DateOnly Due, int Quantity, int Rejected, double UnitCost)
{
    internal string OrderId => Numbered.Of("PO", Number, 7);

    internal string Lot => Lots.NameOf(Item.Id, Ordered);

    /// <summary>The suggestion that it follows from.</summary>
    internal MrpSuggestion Suggestion(string stockLocationId) => new()
    {
        SourceSystem = Origin.System,
        SourceId = Numbered.Of("MS", Number, 7),
        SuggestedDate = Ordered,
        ProductId = Item.Id,
        StockLocationId = stockLocationId,
        SupplierId = SupplierId,
        Action = "buy",
        NeedDate = Due,
        NetQuantity = Quantity,
        SuggestedQuantity = Quantity,
        Outcome = "accepted",
        DecidedDate = Ordered,
        OrderId = OrderId,
    };

    /// <summary>The row; the day of receipt is null while it is under way.</summary>
    internal PurchaseOrderLine Row(DateOnly? received, int stocked) => new()
    {
        SourceSystem = Origin.System,
        SourceId = $"{OrderId}-1",
        OrderedDate = Ordered,
        OrderId = OrderId,
        LineNumber = 1,
        SupplierId = SupplierId,
        ProductId = Item.Id,
        DueDate = Due,
        ReceivedDate = received,
        OrderedQuantity = Quantity,
        ReceivedQuantity = received is null ? null : Quantity,
        RejectedQuantity = received is null ? null : Rejected,
        StockedQuantity = received is null ? null : stocked,
        Amount = Money.Of(UnitCost * Quantity),
        Currency = Origin.Currency,
        ExchangeRate = 1,
    };
}
