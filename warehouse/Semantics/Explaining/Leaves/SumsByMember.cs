namespace ProdSales.Semantics;

/// <summary>The rows of both sides, summed by the members of each dimension alone.</summary>
/// <param name="Dimensions">The dimensions.</param>
/// <param name="Members">The members of each dimension that have rows, in the order of their names.</param>
/// <param name="IsRatio">Whether the measure is one sum over another.</param>
internal record SumsByMember(IReadOnlyList<Dimension> Dimensions, IReadOnlyList<IReadOnlyList<SegmentMember>> Members, bool IsRatio)
{
    /// <summary>What the rows of each member sum to, for each dimension.</summary>
    internal required IReadOnlyList<Sides[]> MemberSums { get; init; }

    /// <summary>What all rows sum to.</summary>
    internal required Sides Whole { get; init; }
}
