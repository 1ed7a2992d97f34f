using ProdSales.Warehouse.Folding;

namespace ProdSales.Semantics;

/// <summary>The leaves of one fact as they were read.</summary>
/// <param name="Totals">What their rows sum to.</param>
/// <param name="Units">What the integers of these stand for.</param>
/// <param name="Leaves">The number of each leaf among those of all facts.</param>
internal sealed record FactLeaves(LeafTotals Totals, RowUnits Units, int[] Leaves)
{
    /// <summary>Adds what their rows sum to, with their scatter, in floating numbers.</summary>
    /// <param name="tallies">Where each is added.</param>
    /// <param name="order">The number of the leaf, for each of these.</param>
    internal void AddTo(Tallies[] tallies, int[] order)
    {
        int[] own = new int[order.Length];
        for (int i = 0; i < Leaves.Length; i++)
        {
            own[Leaves[i]] = i + 1;
        }

        // They lie about in memory in the order in which they were met.
        for (int i = 0; i < order.Length; i++)
        {
            if (i + Prefetch.Rows < order.Length && own[order[i + Prefetch.Rows]] is > 0 and var next)
            {
                Totals.Fetch(next - 1);
            }

            if (own[order[i]] is > 0 and var leaf)
            {
                tallies[i].Add(Units.Floating(Totals[leaf - 1]));
            }
        }
    }
}
