namespace ProdSales.Semantics;

/// <summary>Where a row stands under a row of a cut.</summary>
/// <param name="Mark">The mark of the cell asked for alone: behind the same cursor the root field <c>rows</c> goes on there.</param>
/// <param name="Cell">The texts of the keys by which the cut tells its rows apart, from the outermost in.</param>
/// <param name="Keys">The texts of the row's own keys.</param>
/// <remarks>It needs no secret, as that of a row asked for alone: what it says only moves a page among rows that its asker may see.</remarks>
internal sealed record NestedCursor(string Mark, IReadOnlyList<string?> Cell, IReadOnlyList<string?> Keys)
{
    /// <summary>What cursors under a cut carry beside their row: the question without a cell, and the cut.</summary>
    internal static string PlaceOf(SemanticModel model, MetricQuery query, IEnumerable<CutRequest> way, Measure measure)
    {
        RowRequest whole = new() { Measure = measure, Period = query.Period, AsOf = query.AsOf, History = query.History, Filters = query.Filters, Scope = query.Scope };
        return string.Join('/', NamesOf(way).Prepend(RowCursor.MarkOf(model, whole)));
    }

    /// <summary>How many keys tell the rows of a cut apart.</summary>
    internal static int KeysOf(IEnumerable<CutRequest> way) => NamesOf(way).Count();

    /// <summary>The cursor of a text, or null when the text is none of this place.</summary>
    /// <param name="text">The text.</param>
    /// <param name="place">What it must carry; null where that was looked at before.</param>
    /// <param name="cell">How many keys tell the rows of the cut apart.</param>
    /// <param name="keys">How many keys a row has.</param>
    internal static NestedCursor? Read(string text, string? place, int cell, int keys) =>
        RowCursor.PartsOf(text) is [{ } mark, _, .. var rest] && rest.Length == keys + 1 + cell && (place is null || rest[keys] == place)
            ? new NestedCursor(mark, rest[(keys + 1)..], rest[..keys])
            : null;

    private static IEnumerable<string> NamesOf(IEnumerable<CutRequest> way) =>
        way.Select(cut => cut.Dimension?.Name ?? cut.Grain?.ToString().ToLowerInvariant()).OfType<string>();
}
