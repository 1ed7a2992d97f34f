namespace ProdSales.Host.Terminal;

/// <summary>How far a piece of long work is.</summary>
/// <param name="What">What is being done, as in the feed being read.</param>
/// <param name="Rows">Rows done of it.</param>
/// <param name="Share">The share done, from 0 to 1; null when the end is not known.</param>
internal readonly record struct WorkProgress(string What, long Rows, double? Share);
