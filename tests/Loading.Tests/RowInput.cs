using System.Globalization;
using System.Text.Json;
using ProdSales.Feeds;
using ProdSales.Warehouse.Provider;

namespace ProdSales.Loading.Tests;

/// <summary>Turns typed rows into an input, as a mapping would, by a SELECT on a staging database.</summary>
internal static class RowInput
{
    /// <summary>An input whose rows stand on lines 2, 3, ... of <c>FEED.csv</c>.</summary>
    internal static FeedInput Of(Feed feed, IReadOnlyList<FeedRow> rows, IReadOnlyDictionary<int, object[]>? errorsByRow = null)
    {
        string select = Select(feed, rows, errorsByRow ?? new Dictionary<int, object[]>());
        return FromSql(feed, select);
    }

    /// <summary>An input from a SELECT that yields the columns of the contract.</summary>
    internal static FeedInput FromSql(Feed feed, string select) => new()
    {
        Feed = feed,
        Origin = $"{feed.Name}.csv",
        Open = token =>
        {
            DuckDbConnection connection = new("DataSource=:memory:;threads=1;memory_limit=128MB");
            connection.Open();
            DuckDbCommand command = connection.CreateCommand(select);
            command.IsStreaming = true;
            return command.ExecuteChunks(token);
        },
    };

    private static string Select(Feed feed, IReadOnlyList<FeedRow> rows, IReadOnlyDictionary<int, object[]> errors)
    {
        IEnumerable<string> columns = feed.Columns.Select((column, i) => string.Create(CultureInfo.InvariantCulture, $"CAST(v.c{i} AS {column.DuckDbType}) AS \"{column.Name}\""));
        IEnumerable<string> values = rows.Select((row, i) => string.Create(
            CultureInfo.InvariantCulture,
            $"({i + 2}, {(errors.TryGetValue(i, out object[]? found) ? Quoted(JsonSerializer.Serialize(found)) : "NULL")}, {string.Join(", ", feed.Columns.Select(column => Cell(column.Property.GetValue(row))))})"));
        return $"""
            SELECT {string.Join(", ", columns)}, '{feed.Name}.csv' AS _file, CAST(v.line AS BIGINT) AS _line, CAST(v.error AS VARCHAR) AS _error
            FROM (VALUES {string.Join(",\n", values)}) AS v(line, error, {string.Join(", ", feed.Columns.Select((_, i) => string.Create(CultureInfo.InvariantCulture, $"c{i}")))})
            """;
    }

    private static string Cell(object? value) => value switch
    {
        null => "NULL",
        DateOnly day => $"'{day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}'",
        DateTime instant => $"'{instant.ToString("yyyy-MM-dd HH:mm:ss.ffffff", CultureInfo.InvariantCulture)}'",
        _ => Quoted(Convert.ToString(value, CultureInfo.InvariantCulture)!),
    };

    private static string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
