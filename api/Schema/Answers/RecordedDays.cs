using ProdSales.GraphQL.Execution.Responses;
using ProdSales.Semantics;
using ProdSales.Warehouse.Provider;

namespace ProdSales.Schema;

/// <summary>Whether rows of a subject were ever loaded, and of which days the asker may see any.</summary>
internal sealed record RecordedDays(bool IsConnected, DateOnly? First, DateOnly? Last)
{
    /// <summary>Looks only for what is asked.</summary>
    internal static RecordedDays Read(MetricQuery query, IReadOnlyCollection<RecordFact> asked, DuckDbConnection connection, CancellationToken token)
    {
        bool isConnected = query.Subject.Measures.Any(measure => !measure.Sources.Any(query.Unconnected.Contains));
        if (!asked.Contains(RecordFact.FirstDate) && !asked.Contains(RecordFact.LastDate))
        {
            return new RecordedDays(isConnected, null, null);
        }

        Fact[] facts = [.. query.Subject.Facts.Where(fact => query.Scope.Unreached(fact) is null)];
        if (facts.Length == 0)
        {
            return new RecordedDays(isConnected, null, null);
        }

        (string Text, IReadOnlyDictionary<string, object> Parameters)[] rows = [.. facts.Select(fact => ScopeSql.Rows(query.Scope, fact))];
        IEnumerable<string> days = facts.Zip(rows, (fact, seen) => $"SELECT min(f.{fact.Time}) AS first_day, max(f.{fact.Time}) AS last_day FROM {seen.Text}");
        using DuckDbCommand command = connection.CreateCommand(
            $"SELECT min(first_day), max(last_day) FROM ({string.Join(" UNION ALL ", days)})");
        foreach ((string name, object value) in rows.SelectMany(seen => seen.Parameters).DistinctBy(parameter => parameter.Key))
        {
            command.Parameters.Add(name, value);
        }

        if (Array.Exists(facts, fact => fact.AsksForDay))
        {
            command.Parameters.Add("as_of", query.AsOf);
        }

        using DuckDbDataReader reader = command.ExecuteReader(token);
        reader.Read();
        return new RecordedDays(
            isConnected,
            reader.IsDBNull(0) ? null : reader.GetFieldValue<DateOnly>(0),
            reader.IsDBNull(1) ? null : reader.GetFieldValue<DateOnly>(1));
    }

    internal void Write(RecordFact fact, ResponseWriter writer)
    {
        DateOnly? day = fact is RecordFact.FirstDate ? First : Last;
        if (fact is RecordFact.IsConnected)
        {
            writer.WriteBoolean(IsConnected);
        }
        else if (day is { } known)
        {
            writer.WriteString(known.ToString("O", System.Globalization.CultureInfo.InvariantCulture));
        }
        else
        {
            writer.WriteNull();
        }
    }
}
