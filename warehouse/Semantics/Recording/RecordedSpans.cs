using ProdSales.Warehouse.Provider;

namespace ProdSales.Semantics;

/// <summary>Reads of which days a fact has rows.</summary>
public static class RecordedSpans
{
    /// <summary>The days of one fact; null where it has no row.</summary>
    /// <param name="need">The fact, and the days that it is to be held against.</param>
    /// <param name="known">What is known of it already, or null.</param>
    /// <param name="connection">A connection to the warehouse.</param>
    /// <param name="cancellationToken">Ends the statements.</param>
    public static RecordedSpan? Read(RecordedNeed need, RecordedSpan? known, DuckDbConnection connection, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(need);
        ArgumentNullException.ThrowIfNull(connection);
        // The engine's own statistics give the first and the last day of a table.
        (string rows, IReadOnlyDictionary<string, object> parameters) = ScopeSql.Rows(need.Scope, need.Fact);
        string days = $"SELECT f.{need.Fact.Time} AS day FROM {rows}";
        Dictionary<string, object> values = new(parameters, StringComparer.Ordinal);
        if (need.Fact.AsksForDay)
        {
            values[SqlFragment.DayOfQuestion] = need.AsOf;
        }

        RecordedSpan? span = known ?? Row($"SELECT min(day), max(day), NULL FROM ({days})", values, connection, cancellationToken);
        return span is { } found && !found.IsKnownFor(need)
            ? Row($"SELECT min(day), max(day), coalesce(max(gap), 0) FROM (SELECT day, CAST(day - lag(day) OVER (ORDER BY day) AS INTEGER) - 1 AS gap FROM (SELECT DISTINCT day FROM ({days}) WHERE day IS NOT NULL))", values, connection, cancellationToken)
            : span;
    }

    private static RecordedSpan? Row(string sql, Dictionary<string, object> values, DuckDbConnection connection, CancellationToken cancellationToken)
    {
        using DuckDbCommand command = connection.CreateCommand(sql);
        foreach ((string name, object value) in values)
        {
            command.Parameters.Add(name, value);
        }

        using DuckDbDataReader reader = command.ExecuteReader(cancellationToken);
        reader.Read();
        return reader.IsDBNull(0) ? null : new RecordedSpan(new Period(reader.GetFieldValue<DateOnly>(0), reader.GetFieldValue<DateOnly>(1)), reader.IsDBNull(2) ? null : reader.GetInt32(2));
    }
}
