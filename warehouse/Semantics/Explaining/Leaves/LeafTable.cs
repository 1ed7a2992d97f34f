namespace ProdSales.Semantics;

/// <summary>The rows of both sides, summed by every combination of members that occurs.</summary>
/// <param name="Dimensions">The dimensions.</param>
/// <param name="Members">The members of each dimension; a leaf names them by position.</param>
/// <param name="Leaves">The combinations, in the order of their members.</param>
/// <param name="IsRatio">Whether the measure is one sum over another.</param>
internal sealed record LeafTable(IReadOnlyList<Dimension> Dimensions, IReadOnlyList<IReadOnlyList<SegmentMember>> Members, IReadOnlyList<Leaf> Leaves, bool IsRatio)
    : SumsByMember(Dimensions, Members, IsRatio);

/// <summary>One combination of members.</summary>
/// <param name="Members">The position of its member, for each dimension.</param>
/// <param name="Sums">What its rows sum to.</param>
internal sealed record Leaf(int[] Members, Sides Sums);
