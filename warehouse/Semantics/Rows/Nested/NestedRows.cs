using System.Text.Json;

namespace ProdSales.Semantics;

/// <summary>The first rows behind a number in every row of a cut, read by the statement of the cut itself.</summary>
/// <param name="Measure">The number; only one for which <see cref="Refusal"/> gives no reason.</param>
/// <param name="First">The most rows for each row of the cut.</param>
public sealed record NestedRows(Measure Measure, int First)
{
    /// <summary>Cursors of such rows, as a page before told them: each row of the cut goes on behind its own, and one that has none begins at its first. Of two of one row the later counts.</summary>
    public IReadOnlyList<string> After { get; init; } = [];

    /// <summary>Why the cursors of a question are none of it; null when they are.</summary>
    /// <param name="model">The model that its measures are of.</param>
    /// <param name="query">The question.</param>
    public static RowRefusal? CursorRefusal(SemanticModel model, MetricQuery query)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(query);
        return query.Cuts.Any(cut => HasStrangeCursor(model, query, [], cut)) ? RowRefusal.CursorOfAnotherQuestion("after") : null;
    }

    /// <summary>The cursors, at most one for a row of the cut.</summary>
    /// <param name="keys">How many keys tell the rows of the cut apart.</param>
    internal IEnumerable<NestedCursor> Cursors(int keys) => After
        .Select(text => NestedCursor.Read(text, null, keys, KeysOfRow)!)
        .GroupBy(cursor => JsonSerializer.Serialize(cursor.Cell), StringComparer.Ordinal)
        .Select(same => same.Last());

    private int KeysOfRow => Measure.Aggregates().First().Fact.Keys.Count;

    /// <summary>Why rows of the measure cannot stand under the rows of a cut; null when they can. Asked for one number alone, they can be shown all the same.</summary>
    public static RowRefusal? Refusal(SemanticModel model, Measure measure, SecurityScope scope)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(measure);
        ArgumentNullException.ThrowIfNull(scope);
        Aggregate[] parts = [.. measure.Aggregates().Distinct()];
        bool isPlain = measure.Guard is null && parts.Select(part => part.Fact).Distinct().Count() == 1 && Array.TrueForAll(parts, part => part is { Window: Window.Period, Step: null });
        return !isPlain ? RowRefusal.NotNested(measure)
            : ScopeCheck.Refusal(scope, measure) is { } hidden ? RowRefusal.Of(hidden)
            : RowPlanning.MaskedKey(model, measure, scope) is { } masked ? RowRefusal.Of(masked)
            : null;
    }

    /// <summary>The rows of one row of a cut, as they would be asked for alone.</summary>
    /// <param name="query">The question.</param>
    /// <param name="cut">The cut.</param>
    /// <param name="told">Gives what the row tells in a column.</param>
    /// <param name="step">The first day of its step of time, or null.</param>
    public RowRequest Cell(MetricQuery query, PlannedCut cut, Func<CutField, string?> told, DateOnly? step)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(cut);
        ArgumentNullException.ThrowIfNull(told);
        return new RowRequest
        {
            Measure = Measure,
            Period = step is { } first && cut.FinestStep is { } grain ? Within(query.Period, first, grain) : query.Period,
            AsOf = query.AsOf,
            History = query.History,
            Filters = [.. query.Filters, .. cut.Identity.Select(field => new MemberFilter(field.Dimension, field.IsId, false, [told(field)]))],
            Scope = query.Scope,
            Unconnected = query.Unconnected,
            First = First,
        };
    }

    private static bool HasStrangeCursor(SemanticModel model, MetricQuery query, CutRequest[] around, CutRequest cut)
    {
        CutRequest[] way = [.. around, cut];
        return cut.Rows.Any(rows => rows.After.Any(text => NestedCursor.Read(text, NestedCursor.PlaceOf(model, query, way, rows.Measure), NestedCursor.KeysOf(way), rows.KeysOfRow) is null))
            || cut.Cuts.Any(inner => HasStrangeCursor(model, query, way, inner));
    }

    private static Period Within(Period period, DateOnly first, TimeGrain grain)
    {
        DateOnly last = (grain switch
        {
            TimeGrain.Day => first.AddDays(1),
            TimeGrain.Week => first.AddDays(7),
            TimeGrain.Month => first.AddMonths(1),
            TimeGrain.Quarter => first.AddMonths(3),
            _ => first.AddYears(1),
        }).AddDays(-1);
        return new Period(first < period.From ? period.From : first, last > period.To ? period.To : last);
    }
}
