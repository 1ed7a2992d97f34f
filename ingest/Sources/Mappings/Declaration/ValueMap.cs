namespace ProdSales.Sources.Mappings.Declaration;

/// <summary>A table of values: what stands in the source, and what it becomes.</summary>
/// <param name="Line">The line of the mapping on which it begins.</param>
/// <param name="Values">The pairs; a null on the right side makes the value missing.</param>
internal sealed record ValueMap(int Line, IReadOnlyList<KeyValuePair<string, string?>> Values);
