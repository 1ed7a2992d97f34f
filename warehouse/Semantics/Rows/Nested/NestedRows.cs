namespace ProdSales.Semantics;

/// <summary>The first rows behind a number in every row of a cut, read by the statement of the cut itself.</summary>
/// <param name="Measure">The number; only one for which <see cref="Refusal"/> gives no reason.</param>
/// <param name="First">The most rows for each row of the cut.</param>
public sealed record NestedRows(Measure Measure, int First)
{
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
