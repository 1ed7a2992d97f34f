namespace ProdSales.Planning.Intervals;

/// <summary>What a method said before, as it was kept.</summary>
/// <param name="Leaf">The key of the leaf.</param>
/// <param name="Origin">The origin day.</param>
/// <param name="First">The first day of the period.</param>
/// <param name="Said">The point.</param>
internal sealed record KeptForecast(string Leaf, DateOnly Origin, DateOnly First, double Said);
