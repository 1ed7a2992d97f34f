using ProdSales.Simulation.Products;

namespace ProdSales.Simulation.Sales;

/// <summary>What is quoted or sold on one line; amounts in CNY.</summary>
internal sealed record SaleLine(CatalogueItem Item, int Quantity, double DiscountRate)
{
    internal double List { get; } = Item.ListPrice * Quantity;

    internal double Cost { get; } = Item.Cost * Quantity;

    internal double Net => List * (1 - DiscountRate);
}
