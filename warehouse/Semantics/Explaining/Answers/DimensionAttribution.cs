namespace ProdSales.Semantics;

/// <summary>A change attributed to the members of one dimension.</summary>
/// <param name="Dimension">The dimension.</param>
/// <param name="Members">Every member with rows on either side, the greatest contribution first whatever its sign; their contributions sum to the change.</param>
/// <param name="Mix">Of a quotient, what came from members weighing more or less; null for a sum.</param>
/// <param name="Rate">Of a quotient, what came from members being better or worse themselves; null for a sum.</param>
public sealed record DimensionAttribution(Dimension Dimension, IReadOnlyList<MemberContribution> Members, decimal? Mix, decimal? Rate)
{
    /// <summary>True when the members themselves moved one way and the whole the other, because their weights shifted (Simpson's reversal).</summary>
    public bool IsReversed => Mix is { } mix && Rate is { } rate && decimal.Sign(rate) * decimal.Sign(mix + rate) < 0;
}
