namespace ProdSales.Semantics;

/// <summary>A column of a flat table.</summary>
/// <param name="Column">The column of the cut: a name or id, <c>period</c>, or a measure.</param>
/// <param name="Name">What it shall be called.</param>
public sealed record TableColumn(string Column, string Name);
