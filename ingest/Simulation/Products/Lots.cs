namespace ProdSales.Simulation.Products;

/// <summary>Names of component lots: a supplier's production of one quarter.</summary>
internal static class Lots
{
    internal static string NameOf(string componentId, DateOnly ordered) => $"{componentId}-{ordered.Year}Q{((ordered.Month - 1) / 3) + 1}";
}
