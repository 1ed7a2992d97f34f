using ProdSales.Simulation.Products;

namespace ProdSales.Simulation.Stock;

/// <summary>The stock of one item in its warehouse, valued at moving average.</summary>
internal sealed class StockItem(CatalogueItem item)
{
    /// <summary>How much of the day's demand goes into the average.</summary>
    private const double Smoothing = 0.04;

    private double _demandToday;

    internal CatalogueItem Item { get; } = item;

    internal int Quantity { get; set; }

    internal decimal Value { get; set; }

    /// <summary>Gets or sets the pieces that are kept at hand or on their way however few are needed.</summary>
    internal int Least { get; set; }

    internal int OnOrder { get; set; }

    /// <summary>Gets or sets what is promised to orders and not yet issued.</summary>
    internal int Committed { get; set; }

    /// <summary>Gets or sets the demand of a workday, smoothed.</summary>
    internal double DailyDemand { get; set; }

    /// <summary>Gets the lots on hand, oldest first.</summary>
    internal LinkedList<(string Lot, int Quantity)> Lots { get; } = [];

    internal void Demand(int quantity) => _demandToday += quantity;

    /// <summary>Takes the demand of a workday into the average.</summary>
    internal void EndWorkday()
    {
        DailyDemand += Smoothing * (_demandToday - DailyDemand);
        _demandToday = 0;
    }
}
