using ProdSales.Simulation.Calendar;
using ProdSales.Simulation.Randomness;

namespace ProdSales.Simulation.Stock;

/// <summary>Buys components and goods once a week up to what the coming weeks need; suppliers deliver, some of them late.</summary>
internal sealed class Purchasing
{
    private const double RejectedShare = 0.012;

    /// <summary>Workdays that planners count on between an order for a machine and the start of its work order.</summary>
    private const double DaysFromBookingToStart = 6;

    /// <summary>Machines for which components are at hand however few are sold; all of them are needed for one.</summary>
    private const int LeastSets = 2;

    private readonly Company _company;
    private readonly StockLedger _stock;
    private readonly QualityRecords _quality;
    private readonly RandomFamily _orders;
    private readonly Disruptions _disruptions;
    private readonly Agenda<Purchase> _arriving = new();
    private readonly List<(StockItem Stock, SupplyTerms Terms)> _bought;
    private long _count;

    internal Purchasing(Company company, StockLedger stock, QualityRecords quality)
    {
        _company = company;
        _stock = stock;
        _quality = quality;
        _count = company.Works.NumbersAfter;
        _orders = new RandomFamily(company.Options.Seed, "purchases");
        _disruptions = new Disruptions(company.Whole.Seed);
        _bought = [.. company.Catalogue.Bought.Select(item => (stock.Of(item), SupplierBook.For(item)))];
        foreach ((StockItem kept, _) in _bought)
        {
            kept.Least = LeastSets * company.Catalogue.Machines.Max(machine => machine.Needs(kept.Item));
        }
    }

    /// <summary>Fills the warehouse for the first day.</summary>
    internal void OpenStock(Volumes volumes)
    {
        foreach ((StockItem stock, SupplyTerms terms) in _bought)
        {
            stock.DailyDemand = volumes.DailyDemand(stock.Item);
            int quantity = (int)Math.Ceiling(Goal(stock, terms, _company.First) * 0.85);
            _stock.Receive(stock.Item, quantity, stock.Item.Cost, _company.First, "adjustment", "期初库存", stock.Item.IsTraced ? "期初批次" : null);
        }
    }

    internal void Live(DateOnly day)
    {
        foreach (Purchase purchase in _arriving.Take(day))
        {
            Receive(purchase, day);
        }

        if (!PlantCalendar.IsWorkday(day))
        {
            return;
        }

        foreach ((int index, (StockItem stock, SupplyTerms terms)) in _bought.Index())
        {
            stock.EndWorkday();
            if (index % 5 == (int)day.DayOfWeek - 1)
            {
                Order(stock, terms, day);
            }
        }
    }

    /// <summary>Writes what is still on its way on the last day.</summary>
    internal void Close()
    {
        foreach (Purchase purchase in _arriving.Rest())
        {
            _company.Rows.Add(purchase.Row(null, 0));
        }
    }

    /// <summary>The pieces that should be at hand or on their way, promised ones not counted.</summary>
    private static double Goal(StockItem stock, SupplyTerms terms, DateOnly day)
    {
        double workdays = ((terms.Days + 7) * 0.70) - (stock.Item.ItemType == "component" ? DaysFromBookingToStart : 0);
        double season = DemandCurve.SeasonOf(day.AddDays(terms.Days).Month) / DemandCurve.SeasonOf(day.AddDays(-20).Month);
        double expected = stock.DailyDemand * workdays * Math.Clamp(season, 0.8, 1.35);
        double safety =
            (stock.DailyDemand * 3) + (1.2 * Math.Sqrt(Math.Max(0.2, expected) * (stock.Item.ListPrice is > 0 and < 500 ? 6 : 2)));
        return expected + safety + stock.Least;
    }

    private void Order(StockItem stock, SupplyTerms terms, DateOnly day)
    {
        int quantity = (int)Math.Ceiling(Goal(stock, terms, day) - (stock.Quantity + stock.OnOrder - stock.Committed));
        if (quantity <= 0)
        {
            return;
        }

        RandomStream dice = _orders.For(++_count);
        double lateShare = _disruptions.Strikes(terms.SupplierId, day) ? Disruptions.LateShare : terms.LateShare;
        int late = dice.Chance(lateShare) ? dice.Whole(4, 26) : dice.Whole(-2, 0);
        double unitCost = stock.Item.Cost * (1 + (0.015 * dice.Normal()));
        int rejected = dice.Poisson(quantity * RejectedShare);
        Purchase purchase =
            new(_count, terms.SupplierId, stock.Item, day, day.AddDays(terms.Days), quantity, Math.Min(rejected, quantity), unitCost);
        stock.OnOrder += quantity;
        _company.Rows.Add(purchase.Suggestion(StockPlaces.IdOf(_company.Works, stock.Item.Warehouse)));
        _arriving.Add(PlantCalendar.SameOrNextWorkday(day.AddDays(terms.Days + late)), purchase);
    }

    private void Receive(Purchase purchase, DateOnly day)
    {
        int stocked = purchase.Quantity - purchase.Rejected;
        StockItem stock = _stock.Of(purchase.Item);
        stock.OnOrder -= purchase.Quantity;
        _company.Rows.Add(purchase.Row(day, stocked));
        if (purchase.Rejected > 0)
        {
            _quality.WriteIncoming(purchase, day);
        }

        if (stocked > 0)
        {
            string? lot = purchase.Item.IsTraced ? purchase.Lot : null;
            _stock.Receive(purchase.Item, stocked, purchase.UnitCost, day, "receipt", purchase.OrderId, lot);
        }
    }
}
