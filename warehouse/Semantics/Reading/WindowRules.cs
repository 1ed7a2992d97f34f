namespace ProdSales.Semantics;

/// <summary>Says which windows fit which facts and aggregates.</summary>
internal static class WindowRules
{
    /// <summary>The aggregate, or null when its window does not fit.</summary>
    internal static Aggregate? Check(Aggregate aggregate, YamlMap entry)
    {
        string? reason = ReasonAgainst(aggregate);
        if (reason is not null)
        {
            entry.Refuse(entry.Keys.Contains("window", StringComparer.Ordinal) ? "window" : "formula", ModelDefectCodes.WindowNotAllowed, reason);
        }

        return reason is null ? aggregate : null;
    }

    private static string? ReasonAgainst(Aggregate aggregate)
    {
        string word = aggregate.Window.Word();
        if (aggregate.Fact.IsSnapshot != aggregate.Window.IsOfSnapshots())
        {
            string kind = aggregate.Fact.IsSnapshot ? "holds snapshots, so the window must be one of them" : "holds no snapshots";
            return $"Window \"{word}\" does not fit: fact \"{aggregate.Fact.Name}\" {kind}.";
        }

        if (aggregate.Window is Window.Average && !aggregate.IsAdditive)
        {
            return $"Window \"{word}\" is for sums and counts; {aggregate.Function} has no mean over days.";
        }

        if (aggregate.Window is Window.Average && aggregate.Fact.Series is { Lasts: null })
        {
            return $"Window \"{word}\" needs days that all rows share; the series of fact \"{aggregate.Fact.Name}\" have each their own.";
        }

        return aggregate.Fragments.Any(fragment => fragment.Parameters.Contains(SqlFragment.PeriodEnd)) && !aggregate.Window.ReachesBack()
            ? $"${SqlFragment.PeriodEnd} is known only to a window that reaches back, as cumulative."
            : null;
    }
}
