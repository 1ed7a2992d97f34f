namespace ProdSales.Semantics;

/// <summary>A rollup that would have served questions which were answered from the fact.</summary>
/// <param name="Subject">The subject whose YAML it belongs to.</param>
/// <param name="Rollup">The rollup, not kept yet.</param>
/// <param name="Measures">The measures to declare it with.</param>
/// <param name="Times">How often it would have been read.</param>
/// <param name="RowsRead">The rows of the fact that these questions read, all together.</param>
/// <param name="RowsKept">The rows that it would hold now.</param>
/// <param name="RowsOfFact">The rows that the fact has now.</param>
public sealed record RollupProposal(Subject Subject, Rollup Rollup, IReadOnlyList<string> Measures, long Times, long RowsRead, long RowsKept, long RowsOfFact)
{
    /// <summary>Its entry under <c>rollups:</c>.</summary>
    public string Yaml =>
        $"  - {{ name: {Rollup.Name}, fact: {Rollup.Fact.Name}, grain: {Rollup.Grain.ToString().ToLowerInvariant()}, by: [{string.Join(", ", Rollup.Dimensions.Select(dimension => dimension.Name))}], measures: [{string.Join(", ", Measures)}] }}";
}
