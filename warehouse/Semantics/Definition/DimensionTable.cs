namespace ProdSales.Semantics;

/// <summary>A dimension table of the star.</summary>
/// <param name="Name">Table name, as in <c>dim_customer</c>.</param>
/// <param name="Key">The dense integer key that facts hold; 0 is the unknown member.</param>
public sealed record DimensionTable(string Name, string Key);
