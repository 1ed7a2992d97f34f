namespace ProdSales.Semantics;

/// <summary>The version of one measure's definition.</summary>
/// <param name="Measure">The measure.</param>
/// <param name="Version">A hash of its formula with everything that it refers to: it stays while the rest of the model changes.</param>
public sealed record MeasureVersion(Measure Measure, string Version);
