namespace ProdSales.Semantics;

/// <summary>The rows of both sides, summed by every combination of members that occurs.</summary>
/// <param name="Dimensions">The dimensions.</param>
/// <param name="Members">The members of each dimension; a leaf names them by position.</param>
/// <param name="Leaves">The combinations, in the order of their members.</param>
/// <param name="Facts">What they were read from.</param>
/// <param name="IsRatio">Whether the measure is one sum over another.</param>
internal sealed record LeafTable(
    IReadOnlyList<Dimension> Dimensions, IReadOnlyList<IReadOnlyList<SegmentMember>> Members, LeafSet Leaves, IReadOnlyList<FactLeaves> Facts, bool IsRatio)
    : SumsByMember(Dimensions, Members, IsRatio)
{
    /// <summary>What the rows of each of some leaves sum to, exactly.</summary>
    internal Sides[] Exact(LeafSet leaves)
    {
        Dictionary<int, int> places = leaves.Numbers.Index().ToDictionary(held => held.Item, held => held.Index);
        Sides[] sums = new Sides[leaves.Count];
        foreach (FactLeaves fact in Facts)
        {
            for (int i = 0; i < fact.Leaves.Length; i++)
            {
                if (places.TryGetValue(fact.Leaves[i], out int place))
                {
                    sums[place] += fact.Units.Exact(fact.Totals[i]);
                }
            }
        }

        return sums;
    }
}
