namespace ProdSales.Semantics;

/// <summary>Says which windows fit which facts and aggregates.</summary>
internal static class WindowRules
{
    /// <summary>The aggregate, or null when its window does not fit.</summary>
    internal static Aggregate? Check(Aggregate aggregate, YamlMap entry)
    {
        ModelFault? fault = FaultOf(aggregate);
        if (fault is not null)
        {
            entry.Refuse(entry.Keys.Contains("window", StringComparer.Ordinal) ? "window" : "formula", fault);
        }

        return fault is null ? aggregate : null;
    }

    private static ModelFault? FaultOf(Aggregate aggregate)
    {
        string word = aggregate.Window.Word();
        if (aggregate.Fact.IsSnapshot != aggregate.Window.IsOfSnapshots())
        {
            return aggregate.Fact.IsSnapshot ? FactFaults.WindowOfNoSnapshots(word, aggregate.Fact.Name) : FactFaults.WindowOfSnapshots(word, aggregate.Fact.Name);
        }

        if (aggregate.Window is Window.Average && !aggregate.IsAdditive)
        {
            return FactFaults.NoMeanOverDays(word, aggregate.Function.ToString());
        }

        if (aggregate.Window is Window.Average && aggregate.Fact.Series is { Lasts: null })
        {
            return FactFaults.NoSharedDays(word, aggregate.Fact.Name);
        }

        return aggregate.Fragments.Any(fragment => fragment.Parameters.Contains(SqlFragment.PeriodEnd)) && !aggregate.Window.ReachesBack()
            ? FactFaults.NoPeriodEnd(SqlFragment.PeriodEnd)
            : null;
    }
}
