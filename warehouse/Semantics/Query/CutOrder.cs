namespace ProdSales.Semantics;

/// <summary>How the members of a cut are ordered; ties fall to the name, then the id.</summary>
/// <param name="Measure">By this measure, nulls last; null orders by name.</param>
/// <param name="IsDescending">From the greatest down.</param>
public sealed record CutOrder(Measure? Measure, bool IsDescending);
