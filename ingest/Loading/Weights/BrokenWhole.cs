namespace ProdSales.Loading.Weights;

/// <summary>Wholes whose shares do not sum to 1.</summary>
/// <param name="Count">How many there are.</param>
/// <param name="Example">Source system and id of one of them.</param>
/// <param name="Total">What its shares sum to.</param>
internal sealed record BrokenWhole(long Count, string Example, double Total);
