using ProdSales.Simulation.Products;

namespace ProdSales.Simulation.Stock;

/// <summary>All moves of stock: what is on hand is their sum, never less than nothing.</summary>
internal sealed class StockLedger(Company company)
{
    private readonly Dictionary<CatalogueItem, StockItem> _items = company.Catalogue.Bought.Concat(company.Catalogue.Machines)
        .ToDictionary(item => item, item => new StockItem(item));

    private long _count = company.Works.NumbersAfter;

    internal IEnumerable<StockItem> Items => _items.Values;

    internal StockItem Of(CatalogueItem item) => _items[item];

    internal int OnHand(CatalogueItem item) => _items[item].Quantity;

    /// <summary>Promises pieces to an order, or with a negative quantity takes the promise back; a promise is demand.</summary>
    internal void Commit(CatalogueItem item, int quantity)
    {
        StockItem stock = _items[item];
        stock.Committed += quantity;
        if (quantity > 0)
        {
            stock.Demand(quantity);
        }
    }

    internal void Receive(CatalogueItem item, int quantity, double unitCost, DateOnly day, string kind, string reference, string? lot)
    {
        decimal amount = Money.Of(unitCost * quantity);
        if (item.IsTraced)
        {
            _items[item].Lots.AddLast((lot!, quantity));
        }

        Move(_items[item], quantity, amount, day, kind, reference, lot);
    }

    /// <summary>Takes pieces out of stock at moving average.</summary>
    /// <returns>The value taken.</returns>
    internal decimal Issue(CatalogueItem item, int quantity, DateOnly day, string reference, string? lot = null)
    {
        StockItem stock = _items[item];
        decimal amount = quantity == stock.Quantity ? stock.Value : Math.Round(stock.Value * quantity / stock.Quantity, 2);
        Move(stock, -quantity, -amount, day, "issue", reference, lot);
        return amount;
    }

    /// <summary>Takes pieces of a traced item out of stock, oldest lot first, one move a lot.</summary>
    /// <returns>The lot of each piece.</returns>
    internal List<string> IssueByLot(CatalogueItem item, int quantity, DateOnly day, string reference)
    {
        StockItem stock = _items[item];
        List<string> lots = [];
        while (quantity > 0)
        {
            (string lot, int left) = stock.Lots.First!.Value;
            stock.Lots.RemoveFirst();
            int taken = Math.Min(left, quantity);
            Issue(item, taken, day, reference, lot);
            lots.AddRange(Enumerable.Repeat(lot, taken));
            quantity -= taken;
            if (left > taken)
            {
                stock.Lots.AddFirst((lot, left - taken));
            }
        }

        return lots;
    }

    /// <summary>Writes the stock of every item at the end of a day.</summary>
    internal void WriteDay(DateOnly day)
    {
        foreach (StockItem stock in _items.Values)
        {
            company.Rows.Add(new InventoryDay
            {
                SourceSystem = Origin.System,
                SourceId = $"{stock.Item.Id}{company.Works.Mark}@{day:yyyyMMdd}",
                Day = day,
                ProductId = stock.Item.Id,
                Warehouse = company.Works.Warehouse(stock.Item.Warehouse),
                StockLocationId = StockPlaces.IdOf(company.Works, stock.Item.Warehouse),
                Quantity = stock.Quantity,
                Amount = stock.Value,
                ReservedQuantity = Math.Min(stock.Quantity, stock.Committed),
                Currency = Origin.Currency,
            });
        }
    }

    private void Move(StockItem stock, int quantity, decimal amount, DateOnly day, string kind, string reference, string? lot)
    {
        stock.Quantity += quantity;
        stock.Value += amount;
        company.Rows.Add(new InventoryMove
        {
            SourceSystem = Origin.System,
            SourceId = Numbered.Of("IM", ++_count, 9),
            MoveDate = day,
            ProductId = stock.Item.Id,
            Warehouse = company.Works.Warehouse(stock.Item.Warehouse),
            StockLocationId = StockPlaces.IdOf(company.Works, stock.Item.Warehouse),
            Kind = kind,
            Quantity = quantity,
            Amount = amount,
            Currency = Origin.Currency,
            ReferenceId = reference,
            Lot = lot,
        });
    }
}
