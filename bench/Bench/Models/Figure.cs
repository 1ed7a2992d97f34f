namespace ProdSales.Bench.Models;

/// <summary>One measured figure.</summary>
/// <param name="Name">What it is, as in <c>OWA, all</c>.</param>
/// <param name="Value">The figure; not a number where the data do not give one.</param>
/// <param name="Bar">What it is held against; null for a figure that only informs.</param>
/// <param name="Note">What a reader must know beside it, as the number of series; may be empty.</param>
public sealed record Figure(string Name, double Value, Bar? Bar = null, string Note = "");
