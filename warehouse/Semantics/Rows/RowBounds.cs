namespace ProdSales.Semantics;

/// <summary>Which rows of one pass are wanted, in the order of its keys.</summary>
/// <param name="After">The keys of the row behind which they begin; null for the beginning.</param>
/// <param name="Before">The keys of the row before which they end; null for the end.</param>
/// <param name="Count">The most of them; null for all.</param>
/// <param name="IsFromEnd">Whether they are counted, and told, from the end.</param>
internal sealed record RowBounds(IReadOnlyList<string?>? After, IReadOnlyList<string?>? Before, int? Count, bool IsFromEnd)
{
    internal static RowBounds All { get; } = new(null, null, null, false);
}
