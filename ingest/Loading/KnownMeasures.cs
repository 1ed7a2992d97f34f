namespace ProdSales.Loading;

/// <summary>The names by which rows may name a measure.</summary>
/// <param name="Money">Those of measures that are money.</param>
/// <param name="Others">Those of all others.</param>
public sealed record KnownMeasures(IReadOnlyList<string> Money, IReadOnlyList<string> Others);
