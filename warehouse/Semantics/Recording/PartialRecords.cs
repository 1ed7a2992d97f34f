using ProdSales.Warehouse.Provider;

namespace ProdSales.Semantics;

/// <summary>Finds facts whose record begins or ends within days that a question compares with: a change from there would be one of the record, not of the business.</summary>
/// <remarks>
/// A fact may be silent for days on which nothing happened. Only a silence at the beginning or the end of the days that is longer than a week and longer than any within the record
/// is taken for days that nobody recorded; docs/decisions/0054-compared-in-part.md says why.
/// </remarks>
public static class PartialRecords
{
    private const int UsualSilence = 7;

    /// <summary>The first and the last day on record of each such fact, by its name.</summary>
    /// <param name="queries">The questions.</param>
    /// <param name="connection">A connection to the warehouse.</param>
    /// <param name="cancellationToken">Ends the statement.</param>
    public static IReadOnlyDictionary<string, Period> Of(IEnumerable<MetricQuery> queries, DuckDbConnection connection, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(queries);
        ArgumentNullException.ThrowIfNull(connection);
        Dictionary<string, Period> found = new(StringComparer.Ordinal);
        foreach (IGrouping<Fact, Period> compared in queries.SelectMany(Compared).Distinct().GroupBy(pair => pair.Fact, pair => pair.Days))
        {
            if (Read(compared.Key, compared, connection, cancellationToken) is { } days)
            {
                found[compared.Key.Name] = days;
            }
        }

        return found;
    }

    /// <summary>Whether a fact of the measure is recorded for a part of the days only.</summary>
    internal static bool Concern(MetricQuery query, Measure measure, Comparison comparison) =>
        query.PartialRecords.Count > 0 && DaysOf(query, comparison) is { } days && Bounds(query, measure).Any(bound => IsPart(days, bound));

    /// <summary>The days on record of those facts of the measure that are known in part.</summary>
    internal static IEnumerable<Period> Bounds(MetricQuery query, Measure measure) => FactsOf(measure)
        .Select(fact => query.PartialRecords.TryGetValue(fact.Name, out Period days) ? days : (Period?)null).OfType<Period>();

    private static IEnumerable<(Fact Fact, Period Days)> Compared(MetricQuery query) =>
        from request in query.Cuts.SelectMany(RequestsOf)
        where request.Comparison is not null
        let days = DaysOf(query, request.Comparison!)
        where days is not null
        from fact in FactsOf(request.Measure)
        where query.Scope.Unreached(fact) is null
        select (fact, days.Value);

    private static IEnumerable<MeasureRequest> RequestsOf(CutRequest cut) => cut.Measures.Concat(cut.Judged).Concat(cut.Cuts.SelectMany(RequestsOf));

    // What a statement makes of other rows has no first day of its own, and a balance is made of all that came before.
    private static IEnumerable<Fact> FactsOf(Measure measure) => measure.Aggregates()
        .Where(part => !part.Window.ReachesBack() && !part.Fact.Relation.StartsWith('(')).Select(part => part.Fact).Distinct();

    private static Period? DaysOf(MetricQuery query, Comparison comparison) => comparison.Of(query.Period, query.AsOf) switch
    {
        ShiftedDays shifted => Until(shifted.Period, query.AsOf),
        MappedDays mapped => Until(mapped.Reach, query.AsOf),
        _ => null,
    };

    // What is still to come by the day of the question is not on record yet, and nobody expects it.
    private static Period? Until(Period days, DateOnly asOf)
    {
        DateOnly last = days.To < asOf ? days.To : asOf.AddDays(-1);
        return last < days.From ? null : days with { To = last };
    }

    private static bool IsPart(Period days, Period recorded) =>
        (days.From < recorded.From && recorded.From <= days.To) || (days.From <= recorded.To && recorded.To < days.To);

    private static Period? Read(Fact fact, IEnumerable<Period> compared, DuckDbConnection connection, CancellationToken cancellationToken)
    {
        string days = $"SELECT f.{fact.Time} AS day FROM {fact.Relation} AS f";
        if (Row($"SELECT min(day), max(day), 0 FROM ({days})", connection, cancellationToken) is not { } recorded)
        {
            return null;
        }

        int silence = compared.Max(asked => IsPart(asked, recorded.Days)
            ? Math.Max(recorded.Days.From <= asked.To ? recorded.Days.From.DayNumber - asked.From.DayNumber : 0, recorded.Days.To >= asked.From ? asked.To.DayNumber - recorded.Days.To.DayNumber : 0)
            : 0);
        if (silence <= UsualSilence)
        {
            return null;
        }

        string gaps = $"SELECT min(day), max(day), coalesce(max(gap), 0) FROM (SELECT day, CAST(day - lag(day) OVER (ORDER BY day) AS INTEGER) - 1 AS gap FROM (SELECT DISTINCT day FROM ({days})))";
        return Row(gaps, connection, cancellationToken) is { } known && silence > known.Silence ? known.Days : null;
    }

    private static (Period Days, int Silence)? Row(string sql, DuckDbConnection connection, CancellationToken cancellationToken)
    {
        using DuckDbCommand command = connection.CreateCommand(sql);
        using DuckDbDataReader reader = command.ExecuteReader(cancellationToken);
        reader.Read();
        return reader.IsDBNull(0) ? null : (new Period(reader.GetFieldValue<DateOnly>(0), reader.GetFieldValue<DateOnly>(1)), reader.GetInt32(2));
    }
}
