namespace ProdSales.Semantics;

/// <summary>What sums can be kept of: rows that lie in a table and mean the same on every day, and aggregates whose parts add up.</summary>
internal static class Keepable
{
    internal static bool IsKept(Fact fact) => !fact.IsSnapshot && !fact.Relation.StartsWith('(') && fact.Condition?.Parameters.Any() is not true;

    internal static bool IsKept(Aggregate part) => part.IsAdditive && !part.Fragments.Any(fragment => fragment.Parameters.Any());
}
