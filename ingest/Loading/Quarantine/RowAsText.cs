using ProdSales.Feeds;
using ProdSales.Loading.Star;

namespace ProdSales.Loading.Quarantine;

/// <summary>Reads rows of the quarantine, whose values are texts, as rows of their feed again, checked against the feed's declaration.</summary>
internal static class RowAsText
{
    /// <summary>The name that stands for a file in messages about rows of the quarantine; their lines are the ids of the rows.</summary>
    internal const string Origin = "quarantine";

    /// <summary>Writes the SELECT that yields the open rows of a feed in the form of <see cref="FeedInput"/>.</summary>
    /// <param name="feed">The feed.</param>
    /// <param name="condition">Which rows of <c>quarantine_row AS q</c>.</param>
    internal static string Select(Feed feed, string condition) => $"""
        SELECT {SqlText.Join(", ", feed.Columns.Select(column => $"{Value(column)} AS {SqlText.Name(column.Name)}"))},
            {SqlText.Text(Origin)} AS _file, quarantine_id AS _line,
            CASE WHEN len(_wrong) > 0 THEN CAST(to_json(_wrong) AS VARCHAR) END AS _error
        FROM (
            SELECT q.quarantine_id, {SqlText.Join(", ", feed.Columns.Select(column => $"{Text(column)} AS {Raw(column)}"))},
                list_filter([{SqlText.Join(", ", feed.Columns.SelectMany(Checks))}], lambda x: x IS NOT NULL) AS _wrong
            FROM quarantine_row AS q
            WHERE q.state = 'open' AND q.feed = {SqlText.Text(feed.Name)} AND q.row_values <> '{"{}"}' AND {condition}
            ORDER BY q.quarantine_id
        )
        """;

    private static string Raw(FeedColumn column) => SqlText.Name($"_{column.Name}");

    private static string Text(FeedColumn column) => $"json_extract_string(q.row_values, '$.{column.Name}')";

    private static string Value(FeedColumn column) =>
        column.Type is FeedType.Text ? Raw(column) : $"TRY_CAST({Raw(column)} AS {column.DuckDbType})";

    private static IEnumerable<string> Checks(FeedColumn column)
    {
        string text = Text(column);
        string typed = $"TRY_CAST({text} AS {column.DuckDbType})";
        if (column.IsRequired)
        {
            yield return Check($"{text} IS NULL", column, "missing-value", "a value");
        }

        if (column.Type is not FeedType.Text)
        {
            yield return Check($"{text} IS NOT NULL AND {typed} IS NULL", column, CodeOfType(column.Type), column.DuckDbType);
        }

        if (column.Type is FeedType.Double)
        {
            yield return Check($"NOT isfinite({typed})", column, "not-finite", "a finite number");
        }

        if (column.Type is FeedType.Integer)
        {
            yield return Check($"contains({text}, '.')", column, "not-whole", "a whole number");
        }

        if (column.Type is FeedType.Decimal)
        {
            yield return Check($"regexp_matches({text}, '[.][0-9]{{4}}[0-9]*[1-9]')", column, "too-many-decimals", "at most 4 decimals");
        }

        if (column.Allowed.Count > 0)
        {
            string allowed = SqlText.Join(", ", column.Allowed.Select(SqlText.Text));
            yield return Check($"{text} NOT IN ({allowed})", column, "value-not-allowed", string.Join(", ", column.Allowed));
        }

        if (column.Min is { } min)
        {
            yield return Check(FormattableString.Invariant($"{typed} < {min}"), column, "below-minimum", FormattableString.Invariant($"at least {min}"));
        }

        if (column.Max is { } max)
        {
            yield return Check(FormattableString.Invariant($"{typed} > {max}"), column, "above-maximum", FormattableString.Invariant($"at most {max}"));
        }
    }

    private static string CodeOfType(FeedType type) => type switch
    {
        FeedType.Boolean => "not-a-boolean",
        FeedType.Date or FeedType.Instant => "date-format",
        _ => "not-a-number",
    };

    private static string Check(string condition, FeedColumn column, string code, string allowed) =>
        $"CASE WHEN {condition} THEN {{'column': {SqlText.Text(column.Name)}, 'value': {Text(column)}, 'code': {SqlText.Text(code)}, 'allowed': {SqlText.Text(allowed)}}} END";
}
