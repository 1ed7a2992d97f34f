namespace ProdSales.Simulation;

/// <summary>What all rows of the demo company have in common.</summary>
internal static class Origin
{
    /// <summary>The source system that every row names.</summary>
    internal const string System = "demo";

    /// <summary>The group currency.</summary>
    internal const string Currency = "CNY";
}
