namespace ProdSales.Semantics;

/// <summary>Finds dimensions within which a segment's parts moved against it (Simpson's reversal).</summary>
internal static class Reversals
{
    /// <summary>Moves against the segment below this share of its own are no reversal.</summary>
    private const decimal Least = 0.1m;

    internal static IReadOnlyList<Dimension> Within(FoundSegment segment, LeafTable table)
    {
        if (!table.IsRatio || segment.Sums.Now.Value(true) is not { } now || segment.Sums.Before.Value(true) is not { } before)
        {
            return [];
        }

        return
        [
            .. Enumerable.Range(0, table.Dimensions.Count).Where(dimension => !segment.Dimensions.Contains(dimension))
                .Where(dimension => RateWithin(segment, dimension) is var rate && decimal.Sign(rate) * decimal.Sign(now - before) < 0
                    && Math.Abs(rate) > Least * Math.Abs(now - before))
                .Select(dimension => table.Dimensions[dimension]),
        ];
    }

    private static decimal RateWithin(FoundSegment segment, int dimension)
    {
        IEnumerable<Sides> parts = segment.Leaves.Members[dimension].Zip(segment.Exact).GroupBy(leaf => leaf.First).Select(part => part.Aggregate(default(Sides), (sum, leaf) => sum + leaf.Second));
        return parts.Sum(part => Contribution.Of(part, segment.Sums, isRatio: true).Rate);
    }
}
