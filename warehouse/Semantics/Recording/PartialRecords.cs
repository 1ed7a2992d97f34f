namespace ProdSales.Semantics;

/// <summary>Tells where the record of a fact begins or ends within the days of a question, or those that it is compared with: a change from there would be one of the record, not of the business.</summary>
/// <remarks>
/// A fact may be silent for days on which nothing happened. Only a silence at the beginning or the end of the days that is longer than a week and longer than any within the record
/// is taken for days that nobody recorded; docs/decisions/0054-compared-in-part.md says why.
/// </remarks>
public static class PartialRecords
{
    /// <summary>The facts of which a question must know the days on record, each once.</summary>
    /// <param name="query">The question, with the rollups that it may read.</param>
    public static IReadOnlyList<RecordedNeed> Needs(MetricQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        IEnumerable<(Fact Fact, Period Days)> asked =
            from request in query.Cuts.SelectMany(RequestsOf).DistinctBy(request => (request.Measure.Name, request.Comparison))
            let days = DaysOf(query, request.Comparison)
            where days is not null
            from fact in FactsOf(request.Measure)
            where query.Scope.Unreached(fact) is null
            select (fact, days.Value);
        return [.. asked.GroupBy(pair => pair.Fact, pair => pair.Days).Select(same => new RecordedNeed(same.Key, query.Scope, query.AsOf, [.. same.Distinct()]))];
    }

    /// <summary>The measures of a question of which only a part of its period is on record, each once.</summary>
    /// <param name="query">The question, with the days on record.</param>
    public static IReadOnlyList<PartialMeasure> Of(MetricQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return
        [
            .. from measure in query.Cuts.SelectMany(RequestsOf).Where(request => request.Comparison is null).Select(request => request.Measure).DistinctBy(measure => measure.Name)
               where !query.Scope.Masks(measure)
               let bounds = Bounds(query, measure, null).ToArray()
               where bounds.Length > 0
               select new PartialMeasure(measure, new Period(bounds.Max(known => known.From), bounds.Min(known => known.To))),
        ];
    }

    /// <summary>The needs of one measure over some periods, as an explanation has them.</summary>
    internal static IEnumerable<RecordedNeed> Needs(Measure measure, IReadOnlyList<Period> periods, SecurityScope scope, DateOnly asOf) =>
        FactsOf(measure).Select(fact => new RecordedNeed(fact, scope, asOf, [.. periods.Select(period => Until(period, asOf)).OfType<Period>()]));

    /// <summary>The days on record of those facts of the measure that are known for a part of the days only; of those of the period itself where nothing is compared.</summary>
    internal static IEnumerable<Period> Bounds(MetricQuery query, Measure measure, Comparison? comparison) =>
        query.Recorded.Count > 0 && DaysOf(query, comparison) is { } days ? Bounds(query.Recorded, measure, days) : [];

    /// <summary>The same for the days up to the one of a question.</summary>
    internal static IEnumerable<Period> Bounds(IReadOnlyDictionary<string, RecordedSpan> recorded, Measure measure, Period period, DateOnly asOf) =>
        Until(period, asOf) is { } days ? Bounds(recorded, measure, days) : [];

    private static IEnumerable<Period> Bounds(IReadOnlyDictionary<string, RecordedSpan> recorded, Measure measure, Period days) =>
        from part in PartsOf(measure)
        where recorded.ContainsKey(part.Fact.Name) && recorded[part.Fact.Name].IsPartOf(days, part.Window)
        select recorded[part.Fact.Name].Days;

    private static IEnumerable<MeasureRequest> RequestsOf(CutRequest cut) => cut.Measures.Concat(cut.Judged).Concat(cut.Cuts.SelectMany(RequestsOf));

    private static IEnumerable<Fact> FactsOf(Measure measure) => PartsOf(measure).Select(part => part.Fact).Distinct();

    // A balance is made of all that came before.
    private static IEnumerable<Aggregate> PartsOf(Measure measure) => measure.Aggregates().Where(part => !part.Window.ReachesBack());

    private static Period? DaysOf(MetricQuery query, Comparison? comparison) => comparison is null ? Until(query.Period, query.AsOf) : comparison.Of(query.Period, query.AsOf) switch
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
}
