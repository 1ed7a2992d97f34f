using System.Globalization;
using ProdSales.Semantics;
using ProdSales.Warehouse.Provider;

namespace ProdSales.SemanticsTests.BruteForce.Stars;

/// <summary>
/// The rows of a fact in memory. DuckDB is asked for nothing but each row's own values: the pieces of SQL in the model (a column, a condition)
/// are plain columns of a SELECT without grouping, joins or windows. All that the planner writes itself is left to the evaluator.
/// </summary>
internal sealed class FactRows
{
    private readonly DuckDbConnection _connection;
    private readonly string _table;
    private readonly Dictionary<string, object?[]> _values = new(StringComparer.Ordinal);

    internal FactRows(DuckDbConnection connection, Fact fact, DateOnly asOf, string table)
    {
        _connection = connection;
        _table = table;
        IsAhead = fact.IsAhead;
        connection.Execute($"CREATE TEMP TABLE IF NOT EXISTS {table} AS SELECT row_number() OVER () AS plain_row, r.* FROM {Asked(fact.Relation, asOf)} AS r");
        Days = [.. Column($"f.{fact.Time}").Select(day => (DateOnly?)day)];
        ByDay = Enumerable.Range(0, Days.Count).Where(row => Days[row] is not null).GroupBy(row => Days[row]!.Value).ToDictionary(day => day.Key, day => (IReadOnlyList<int>)[.. day]);
        object?[]? holds = fact.Condition is { } condition ? Column(Asked(condition.Under("f"), asOf)) : null;
        int[] rows = [.. Enumerable.Range(0, Days.Count).Where(row => holds is null || holds[row] is true)];
        SnapshotDays = fact.Days is { } days ? [.. Sql.Rows(connection, $"SELECT day FROM ({days}) AS d").Select(row => (DateOnly)row[0]!)] : [.. rows.Select(row => Days[row]).OfType<DateOnly>()];
        Series = fact.Series is { } series && Values(series.Column) is var values ? rows.ToLookup(row => values[row]!) : null;
        Lasts = fact.Series?.Lasts;
        Enums = StarColumn.Of(connection, table).Where(column => column.Words.Count > 0).ToDictionary(column => column.Name, column => column.Words, StringComparer.Ordinal);
    }

    /// <summary>Whether days may lie ahead of what has happened.</summary>
    internal bool IsAhead { get; }

    /// <summary>The day of each row; null for a row that falls into no period.</summary>
    internal IReadOnlyList<DateOnly?> Days { get; }

    /// <summary>Rows by their day.</summary>
    internal IReadOnlyDictionary<DateOnly, IReadOnlyList<int>> ByDay { get; }

    /// <summary>The days that have a snapshot, with or without rows.</summary>
    internal HashSet<DateOnly> SnapshotDays { get; }

    /// <summary>Rows by what has days of its own; null where nothing has.</summary>
    internal ILookup<object, int>? Series { get; }

    /// <summary>For how many days after it a snapshot of a series goes on to speak; null where each series has days of its own.</summary>
    internal int? Lasts { get; }

    /// <summary>The order of the words of columns that are ENUMs.</summary>
    internal IReadOnlyDictionary<string, IReadOnlyList<string>> Enums { get; }

    /// <summary>A column of the fact for each row.</summary>
    internal object?[] Values(string column) => Column($"f.{column}");

    /// <summary>A piece of the model for each row.</summary>
    internal object?[] Values(SqlFragment fragment, DateOnly asOf, DateOnly periodEnd) => Column(Text(fragment, asOf, periodEnd));

    /// <summary>A piece of the model for each row, as text that is the same for equal values.</summary>
    internal object?[] Identities(SqlFragment fragment, DateOnly asOf, DateOnly periodEnd) => Column($"CAST({Text(fragment, asOf, periodEnd)} AS VARCHAR)");

    private static string Text(SqlFragment fragment, DateOnly asOf, DateOnly periodEnd) =>
        Asked(fragment.Under("f"), asOf).Replace("$period_end", Sql.Literal(periodEnd), StringComparison.Ordinal);

    private object?[] Column(string expression)
    {
        if (!_values.TryGetValue(expression, out object?[]? values))
        {
            values = [.. Sql.Rows(_connection, string.Create(CultureInfo.InvariantCulture, $"SELECT {expression} FROM {_table} AS f ORDER BY f.plain_row")).Select(row => row[0])];
            _values.Add(expression, values);
        }

        return values;
    }

    private static string Asked(string sql, DateOnly asOf) => sql.Replace("$as_of", Sql.Literal(asOf), StringComparison.Ordinal);
}
