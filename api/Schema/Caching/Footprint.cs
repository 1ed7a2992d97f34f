namespace ProdSales.Schema;

/// <summary>What an answer was made from beside its question.</summary>
/// <param name="Tables">The facts and dimensions that were read; null where only the whole warehouse is known to cover it.</param>
/// <param name="Day">The day that was asked of the clock; null when none was.</param>
internal sealed record Footprint(IReadOnlySet<string>? Tables, DateOnly? Day);
