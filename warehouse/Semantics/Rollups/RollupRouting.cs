namespace ProdSales.Semantics;

/// <summary>Chooses what a pass reads: the coarsest rollup that gives the same numbers, or the fact. Months are coarser than days; of the same grain, the first declared is taken.</summary>
internal sealed class RollupRouting
{
    private readonly MetricQuery _query;
    private readonly FactScan _scan;
    private readonly CutKey[] _keys;

    private RollupRouting(MetricQuery query, FactScan scan)
    {
        _query = query;
        _scan = scan;
        _keys = [.. scan.KeySets.SelectMany(set => set).Distinct()];
    }

    private ScanSource Source => _scan.Source;

    /// <summary>The rollup to read, or null for the fact, and why each other one of the fact is not read.</summary>
    internal static (Rollup? Chosen, IReadOnlyList<RollupRefusal> Refusals) Choose(MetricQuery query, FactScan scan)
    {
        Rollup[] rollups = [.. query.Rollups.Where(rollup => ReferenceEquals(rollup.Fact, scan.Source.Fact)).OrderByDescending(rollup => rollup.Grain)];
        RollupRouting routing = new(query, scan);
        Rollup? chosen = null;
        List<RollupRefusal> refusals = [];
        foreach (Rollup rollup in rollups)
        {
            if ((routing.ReasonAgainst(rollup) ?? (chosen is null ? null : new RollupRefusal(rollup.Name, "coarser-one-read", chosen.Name))) is { } reason)
            {
                refusals.Add(reason);
            }
            else
            {
                chosen = rollup;
            }
        }

        return (chosen, refusals);
    }

    /// <summary>Whether sums by month would do, as far as days go.</summary>
    internal static bool MonthsDo(MetricQuery query, FactScan scan) => new RollupRouting(query, scan).AgainstDays(TimeGrain.Month) is null;

    private RollupRefusal? ReasonAgainst(Rollup rollup) =>
        (AgainstParts(rollup) ?? AgainstDays(rollup.Grain) ?? AgainstDimensions(rollup)) is { } reason ? new(rollup.Name, reason.Code, reason.What) : null;

    private (string Code, string? What)? AgainstParts(Rollup rollup)
    {
        if (Source.Window.IsOfSnapshots() || Source.Through is not null)
        {
            return ("window", Source.Through ?? Source.Window.Word());
        }

        foreach ((Aggregate part, string column) in _scan.Aggregates.Where(part => rollup.ColumnOf(part.Aggregate) is null))
        {
            return (part.IsAdditive ? "measure-missing" : "measure-not-additive", column);
        }

        return null;
    }

    private (string Code, string? What)? AgainstDays(TimeGrain kept)
    {
        if (kept is TimeGrain.Day)
        {
            return null;
        }

        if (Source.Window is not Window.Period)
        {
            return ("window", Source.Window.Word());
        }

        if (_keys.Select(key => key.Grain).FirstOrDefault(grain => grain < kept) is { } finer)
        {
            return ("grain-not-derivable", finer.ToString().ToLowerInvariant());
        }

        Period? days = Source.Comparison is null ? _query.Period : Source.Comparison.Of(_query.Period, _query.AsOf) is ShiftedDays { Days: 0 } shifted ? shifted.Period : null;
        return days is not { IsWholeMonths: true } whole ? ("period-not-aligned", Source.Comparison?.Name)
            : _query.Ends(Source.Fact, whole.To) && !(whole with { To = _query.AsOf }).IsWholeMonths ? ("period-not-aligned", SqlFragment.DayOfQuestion)
            : null;
    }

    private (string Code, string? What)? AgainstDimensions(Rollup rollup)
    {
        Dimension[] cut = [.. _keys.Select(key => key.Dimension).OfType<Dimension>()];
        Dimension[] filtered = [.. _query.Filters.Select(filter => filter.Dimension)];
        if (Array.Find(cut, dimension => !rollup.Rows.Reaches(dimension)) is { } uncut)
        {
            return ("dimension-missing", uncut.Name);
        }

        if (Array.Find(filtered, dimension => !rollup.Rows.Reaches(dimension)) is { } unfiltered)
        {
            return ("filter-missing", unfiltered.Name);
        }

        if (_query.Scope.Unreached(rollup.Rows) is { } unseen)
        {
            return ("security-scope", unseen.Name);
        }

        return !_query.History.IsAsWas && Array.Find([.. cut, .. filtered], rollup.IsFrozen) is { } frozen ? ("history-mode", frozen.Name) : null;
    }
}
