namespace ProdSales.Semantics;

/// <summary>Turns a question into a plan.</summary>
public sealed class QueryPlanner
{
    private readonly MetricQuery _query;
    private readonly Dictionary<ScanSource, FactScan> _scans = [];
    private readonly HashSet<string> _columns = new(StringComparer.Ordinal);
    private int _cutCount;

    private QueryPlanner(MetricQuery query) => _query = query;

    /// <summary>Plans the question.</summary>
    /// <exception cref="ArgumentException">A cut repeats a key of a cut around it, the period ends before it starts, or <see cref="ScopeCheck"/> refuses the question.</exception>
    public static QueryPlan Plan(MetricQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        if (query.Period.To < query.Period.From)
        {
            throw new ArgumentException($"The period ends on {query.Period.To:O}, before it starts on {query.Period.From:O}.", nameof(query));
        }

        if (ScopeCheck.Refusal(query) is { } refusal)
        {
            throw new ArgumentException(refusal.Message.English, nameof(query));
        }

        return new QueryPlanner(query).Plan();
    }

    private QueryPlan Plan()
    {
        List<PlannedCut> cuts = Cuts(_query.Cuts, null);
        QueryPlan plan = new(_query, cuts, []);
        foreach (PlannedCut cut in cuts)
        {
            FindSources(cut);
        }

        foreach (PlannedCut cut in plan.AllCuts)
        {
            Scan(cut);
        }

        foreach (FactScan scan in _scans.Values)
        {
            scan.Group(plan.AllCuts.Where(cut => cut.Sources.Contains(scan.Source)).Select(cut => (cut.Keys, IsHolistic(cut, scan.Source))));
            scan.Route(_query);
        }

        return new QueryPlan(_query, cuts, [.. _scans.Values]);
    }

    private List<PlannedCut> Cuts(IReadOnlyList<CutRequest> requests, PlannedCut? parent)
    {
        List<PlannedCut> cuts = [];
        foreach (CutRequest request in requests)
        {
            PlannedCut cut = new(_cutCount++, cuts.Count, request, parent);
            if (cut.Key is { } key && parent is not null && parent.Keys.Contains(key))
            {
                throw new ArgumentException($"A cut by {key.Column} stands inside a cut by {key.Column}.", nameof(requests));
            }

            cut.Unavailable = [.. AskedOf(request).Select(measure => ReasonAgainst(measure, cut)).OfType<UnavailableMeasure>(), .. AgainstComparisons(request, cut)];
            cut.Cuts = Cuts(request.Cuts, cut);
            cuts.Add(cut);
        }

        return cuts;
    }

    private static IEnumerable<Measure> AskedOf(CutRequest request) =>
        request.Measures.Concat(request.Judged).Select(asked => asked.Measure).DistinctBy(measure => measure.Name);

    private IEnumerable<UnavailableMeasure> AgainstComparisons(CutRequest request, PlannedCut cut) =>
        from asked in request.Measures.Concat(request.Judged).DistinctBy(asked => (asked.Measure.Name, asked.Comparison))
        where asked.Comparison is not null
        let code = CodeAgainst(asked.Measure, asked.Comparison!, cut)
        where code is not null
        select new UnavailableMeasure(code, asked.Measure.Name, null) { Comparison = asked.Comparison };

    // Over time each step is looked at by itself where its days lie together: what is known of the others is told.
    private string? CodeAgainst(Measure measure, Comparison comparison, PlannedCut cut) => comparison.Of(_query.Period, _query.AsOf) switch
    {
        null => "no-counterpart",
        ShiftedDays when cut.FinestStep is not null => null,
        _ => PartialRecords.Bounds(_query, measure, comparison).Any() ? "recorded-in-part" : null,
    };

    private UnavailableMeasure? ReasonAgainst(Measure measure, PlannedCut cut)
    {
        if (_query.Scope.Masks(measure))
        {
            return new("masked", measure.Name, null);
        }

        if (measure.Sources.FirstOrDefault(_query.Unconnected.Contains) is { } source)
        {
            return new("not-connected", measure.Name, null, source);
        }

        if (OverlappingSteps.Concern(measure, cut))
        {
            return new("steps-overlap", measure.Name, null);
        }

        foreach (string per in measure.Per)
        {
            bool isFixed = cut.Keys.Any(key => key.Dimension?.Name == per)
                || _query.Filters.Any(filter => filter.Dimension.Name == per && !filter.IsExcluding && filter.Values.Count == 1);
            if (!isFixed)
            {
                return new("member-not-fixed", measure.Name, per);
            }
        }

        Fact[] facts = [.. measure.Aggregates().Select(part => part.Fact).Distinct()];
        if (facts.Select(_query.Scope.Unreached).FirstOrDefault(dimension => dimension is not null) is { } unscoped)
        {
            return new("scope-not-reached", measure.Name, unscoped.Name);
        }

        Dimension? unfiltered = _query.Filters.Select(filter => filter.Dimension)
            .FirstOrDefault(dimension => Array.Exists(facts, fact => !fact.Reaches(dimension)));
        if (unfiltered is not null)
        {
            return new("filter-not-reached", measure.Name, unfiltered.Name);
        }

        Dimension? uncut = cut.Keys.Select(key => key.Dimension).OfType<Dimension>()
            .FirstOrDefault(dimension => Array.Exists(facts, fact => !fact.Reaches(dimension)));
        return uncut is null ? null : new("dimension-not-reached", measure.Name, uncut.Name);
    }

    // A cut is read from the facts of its own measures and of all cuts inside it, so that no inner row lacks its outer row:
    // what was in stock in one month only stands in the cut around the months, though the last day of the period knows nothing of it.
    private void FindSources(PlannedCut cut)
    {
        foreach (MeasureRequest request in MeasuresOf(cut))
        {
            cut.Sources.UnionWith(request.Measure.Aggregates().Select(part => ScanSource.Of(part, request.Comparison, cut)));
        }

        foreach (PlannedCut inner in cut.Cuts)
        {
            FindSources(inner);
            cut.Sources.UnionWith(inner.Sources);
        }

        if (cut.Sources.Count == 0 && cut.Request.Measures.Count == 0 && _query.Subject.Facts.FirstOrDefault(fact => Reaches(fact, cut)) is { } first)
        {
            cut.Sources.Add(ScanSource.Of(first, cut));
        }
    }

    private static IEnumerable<MeasureRequest> MeasuresOf(PlannedCut cut) => cut.Request.Measures.Concat(cut.Request.Judged).Where(cut.Holds);

    private static bool IsHolistic(PlannedCut cut, ScanSource source) =>
        MeasuresOf(cut).Any(request => request.Measure.Aggregates().Any(part => !part.IsAdditive && source == ScanSource.Of(part, request.Comparison, cut)));

    private bool Reaches(Fact fact, PlannedCut cut) =>
        _query.Scope.Unreached(fact) is null
        && cut.Keys.Select(key => key.Dimension).OfType<Dimension>().All(fact.Reaches)
        && _query.Filters.All(filter => fact.Reaches(filter.Dimension));

    private void Scan(PlannedCut cut)
    {
        foreach (ScanSource source in cut.Sources.Where(source => !_scans.ContainsKey(source)))
        {
            _scans.Add(source, new FactScan(source, _columns));
        }

        foreach (MeasureRequest request in MeasuresOf(cut))
        {
            foreach (ScanSource source in request.Measure.Aggregates().Select(part => ScanSource.Of(part, request.Comparison, cut)).Distinct())
            {
                _scans[source].Add(request.Measure);
            }
        }
    }
}
