using System.Globalization;
using ProdSales.Feeds;
using ProdSales.Sources.Mappings.Declaration;

namespace ProdSales.Sources.Mappings.Compilation;

/// <summary>Writes the one streaming SELECT of a feed entry.</summary>
internal sealed class EntrySql
{
    private readonly FeedEntry _entry;
    private readonly EntryOrigin _origin;
    private readonly IReadOnlyList<ColumnSql> _columns;

    /// <param name="entry">The entry.</param>
    /// <param name="origin">Where file and line of its rows come from.</param>
    /// <param name="types">What its SQL expressions yield, by feed column.</param>
    /// <param name="zone">The IANA zone of instants without an offset.</param>
    internal EntrySql(FeedEntry entry, EntryOrigin origin, IReadOnlyDictionary<string, StagedExpression> types, string zone)
    {
        _entry = entry;
        _origin = origin;
        ColumnRule[] rules = [.. entry.Columns.Where(rule => rule.Sql is not null)];
        _columns = [.. rules.Select((rule, index) => new ColumnSql(rule, types[rule.Column.Name], index, zone))];
    }

    /// <summary>Writes FROM with the joins of an entry.</summary>
    internal static string From(FeedEntry entry) => $"FROM {SqlText.Name(entry.From)}\n{entry.Join}";

    /// <summary>Writes WHERE of an entry, empty when it keeps all rows.</summary>
    internal static string Where(FeedEntry entry) => entry.Where is null ? "" : $"WHERE (\n{entry.Where}\n)";

    /// <summary>Writes the SELECT: the feed's columns in order, then <c>_file</c>, <c>_line</c> and <c>_error</c>.</summary>
    internal string Select()
    {
        Dictionary<string, ColumnSql> filled = _columns.ToDictionary(column => column.Column.Name);
        IEnumerable<string> outputs = _entry.Feed.Columns.Select(column => $"{OutputSql(column, filled)} AS {SqlText.Name(column.Name)}");
        return $"""
            SELECT {string.Join(",\n       ", outputs)},
                   "_file", "_line", {ErrorSql()} AS "_error"
            FROM ({Layers()}) AS typed
            """;
    }

    private string OutputSql(FeedColumn column, Dictionary<string, ColumnSql> filled)
    {
        if (filled.TryGetValue(column.Name, out ColumnSql? sql))
        {
            return sql.V;
        }

        ColumnRule? constant = _entry.Columns.FirstOrDefault(rule => rule.Column.Name == column.Name);
        return constant?.Value is { } value ? ColumnSql.Constant(column, value) : $"CAST(NULL AS {column.DuckDbType})";
    }

    private string Layers()
    {
        IEnumerable<string> staged = _columns.Select(column => column.StagedSql);
        IEnumerable<string> unguarded = _columns.Select(column => column.UnguardedSql).OfType<string>();
        IEnumerable<ColumnSql> changed = _columns.Where(column => column.MappedSql is not null);
        IEnumerable<string> mapped = changed.Select(column => $"{column.MappedSql} AS {column.M}");
        IEnumerable<string> typed = _columns.Select(column => $"{column.TypedSql} AS {column.V}");
        string rows = $"""
            SELECT {string.Join(",\n", [.. staged, $"{_origin.File} AS \"_file\"", $"{_origin.Line} AS \"_line\""])}
            {From(_entry)}
            {Where(_entry)}
            """;
        string plain = $"SELECT {string.Join(",\n", ["*", .. unguarded])}\nFROM ({rows}) AS guarded";
        string values = $"SELECT {string.Join(",\n", ["*", .. mapped])}\nFROM ({plain}) AS staged";
        return $"SELECT {string.Join(",\n", ["*", .. typed])}\nFROM ({values}) AS mapped";
    }

    private string ErrorSql()
    {
        ColumnSql[] checkedColumns = [.. _columns.Where(column => column.IsChecked)];
        if (checkedColumns.Length == 0)
        {
            return "CAST(NULL AS VARCHAR)";
        }

        string suspicion = string.Join("\n OR ", [.. checkedColumns.Select(column => column.Suspicion).OfType<string>(), .. IsTooLong()]);
        string defects = string.Join(",\n", checkedColumns.Select(column => column.DefectSql()));
        return $"CASE WHEN {suspicion}\nTHEN nullif(CAST(to_json(list_filter([{defects}], lambda d: d.code IS NOT NULL)) AS VARCHAR), '[]') END";
    }

    private IEnumerable<string> IsTooLong()
    {
        string[] lengths = [.. _columns.Select(column => column.LengthSql).OfType<string>()];
        if (lengths.Length > 0)
        {
            yield return $"greatest({string.Join(", ", lengths)}) > {TextSql.MostCharacters.ToString(CultureInfo.InvariantCulture)}";
        }
    }
}
