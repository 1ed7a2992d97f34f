namespace ProdSales.Forecasting.Reconciliation;

/// <summary>Series that add up: leaves, and nodes that each are the sum of some leaves. Nodes may overlap, as region and product do. Immutable.</summary>
public sealed class Hierarchy
{
    private readonly int[][] _leavesOf;

    private Hierarchy(int[][] leavesOf, string[] names, string[] levels, int leafCount)
    {
        (_leavesOf, Names, Levels, LeafCount) = (leavesOf, names, levels, leafCount);
    }

    /// <summary>Gets the names of all nodes, sums first, leaves last.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Gets the level of each node, as in <c>region</c>.</summary>
    public IReadOnlyList<string> Levels { get; }

    /// <summary>Gets the number of leaves.</summary>
    public int LeafCount { get; }

    /// <summary>Gets the number of nodes, leaves among them.</summary>
    public int Count => Names.Count;

    /// <summary>Gets the number of nodes that are no leaves.</summary>
    public int SumCount => Count - LeafCount;

    /// <summary>Builds the nodes of several cuts through the leaves.</summary>
    /// <param name="leaves">Each leaf's members, one a dimension; no two leaves are alike.</param>
    /// <param name="cuts">Each level's name and the dimensions that it keeps; none for the total. Leaves themselves are added as the level <c>leaf</c>.</param>
    /// <returns>The hierarchy; leaves keep their order.</returns>
    /// <exception cref="ArgumentException">There is no leaf, or two are alike: the caller's fault.</exception>
    public static Hierarchy Of(IReadOnlyList<string[]> leaves, IReadOnlyList<(string Name, int[] Dimensions)> cuts)
    {
        ArgumentNullException.ThrowIfNull(leaves);
        ArgumentNullException.ThrowIfNull(cuts);
        if (leaves.Count == 0 || leaves.DistinctBy(leaf => string.Join('\u001f', leaf)).Count() < leaves.Count)
        {
            throw new ArgumentException($"A hierarchy needs at least one leaf and no two alike; {leaves.Count} were given.", nameof(leaves));
        }

        List<int[]> leavesOf = [];
        List<string> names = [];
        List<string> levels = [];
        foreach ((string name, int[] dimensions) in cuts)
        {
            foreach (IGrouping<string, int> node in Enumerable.Range(0, leaves.Count).GroupBy(leaf => string.Join(" / ", dimensions.Select(dimension => leaves[leaf][dimension]))))
            {
                leavesOf.Add([.. node]);
                names.Add(node.Key);
                levels.Add(name);
            }
        }

        for (int leaf = 0; leaf < leaves.Count; leaf++)
        {
            leavesOf.Add([leaf]);
            names.Add(string.Join(" / ", leaves[leaf]));
            levels.Add("leaf");
        }

        return new Hierarchy([.. leavesOf], [.. names], [.. levels], leaves.Count);
    }

    /// <summary>The values of all nodes from those of the leaves.</summary>
    public double[] Sum(ReadOnlySpan<double> leaves)
    {
        double[] nodes = new double[Count];
        for (int node = 0; node < Count; node++)
        {
            foreach (int leaf in _leavesOf[node])
            {
                nodes[node] += leaves[leaf];
            }
        }

        return nodes;
    }

    /// <summary>The leaves that a node is the sum of, by their place among the leaves.</summary>
    public ReadOnlySpan<int> LeavesOf(int node) => _leavesOf[node];
}
