namespace ProdSales.Semantics;

/// <summary>How a question is answered: one pass over each fact and period, then one table for each cut.</summary>
public sealed class QueryPlan
{
    internal QueryPlan(MetricQuery query, IReadOnlyList<PlannedCut> cuts, IReadOnlyList<FactScan> scans)
    {
        Query = query;
        Cuts = cuts;
        Scans = scans;
    }

    /// <summary>The question.</summary>
    public MetricQuery Query { get; }

    /// <summary>The outermost cuts; the others are inside them.</summary>
    public IReadOnlyList<PlannedCut> Cuts { get; }

    /// <summary>Every cut, each before those inside it; the position is <see cref="PlannedCut.Index"/>.</summary>
    public IReadOnlyList<PlannedCut> AllCuts => [.. Cuts.SelectMany(WithInner)];

    /// <summary>The star tables that are read, each once.</summary>
    public IReadOnlyList<string> Tables => [.. Scans.SelectMany(scan => scan.Source.Fact.Tables).Concat(AllCuts.Any(cut => cut.Request.Measures.Any(asked => asked.Target is not null)) ? TargetSql.Stated.Tables : []).Distinct(StringComparer.Ordinal)];

    internal IReadOnlyList<FactScan> Scans { get; }

    /// <summary>Whether any pass reads the fact, or a rollup in its place.</summary>
    /// <param name="fact">The fact.</param>
    public bool Reads(Fact fact) => Scans.Any(scan => ReferenceEquals(scan.Source.Fact, fact));

    /// <summary>The plan as text for people: passes and cuts.</summary>
    public override string ToString() => string.Join('\n', Scans.Select(Describe).Concat(AllCuts.Select(Describe)));

    private static string Describe(FactScan scan) =>
        $"scan {scan.Source.Name}{(scan.Rollup is { } rollup ? $" from rollup {rollup.Name}" : "")}: {string.Join(", ", scan.Aggregates.Select(part => part.Column))}"
        + $" by {string.Join(" | ", scan.KeySets.Select(keys => $"({string.Join(", ", keys.Select(key => key.Column))})"))}";

    private static string Describe(PlannedCut cut) =>
        $"cut {cut.Index}: ({string.Join(", ", cut.Keys.Select(key => key.Column))})"
        + $" gives {string.Join(", ", cut.Request.Measures.Where(cut.Holds).Select(request => request.Column))}"
        + string.Concat(cut.Unavailable.Where(reason => reason.Code != "masked").Select(reason => $"; {reason.Measure} is null: {reason.Code} {reason.Dimension ?? reason.Source}"));

    private static IEnumerable<PlannedCut> WithInner(PlannedCut cut) => cut.Cuts.SelectMany(WithInner).Prepend(cut);
}
