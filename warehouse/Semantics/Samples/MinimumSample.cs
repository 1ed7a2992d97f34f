namespace ProdSales.Semantics;

/// <summary>How many cases a number must rest on to be told.</summary>
/// <param name="Least">The fewest cases, from 1; at 1 nothing is held back, for without any case there is no number.</param>
/// <param name="Cases">The number of cases.</param>
public sealed record MinimumSample(int Least, Formula Cases);
