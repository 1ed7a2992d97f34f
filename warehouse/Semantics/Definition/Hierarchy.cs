namespace ProdSales.Semantics;

/// <summary>A usual way down, from coarse to fine.</summary>
/// <param name="Name">Snake-case name.</param>
/// <param name="Label">What people call it.</param>
/// <param name="Levels">Dimensions from the top down.</param>
public sealed record Hierarchy(string Name, LocalisedText Label, IReadOnlyList<Dimension> Levels);
