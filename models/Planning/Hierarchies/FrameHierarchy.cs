using ProdSales.Forecasting.Reconciliation;
using ProdSales.Planning.Frames;

namespace ProdSales.Planning.Hierarchies;

/// <summary>The hierarchy of a frame and the values of all its nodes.</summary>
internal sealed class FrameHierarchy
{
    private FrameHierarchy(Hierarchy hierarchy, double[][] nodes) => (Hierarchy, Nodes) = (hierarchy, nodes);

    internal Hierarchy Hierarchy { get; }

    /// <summary>Gets the values of each node, one a period.</summary>
    internal double[][] Nodes { get; }

    internal static FrameHierarchy Of(PlannedFrame frame)
    {
        string[] columns = [.. frame.Series.Leaf];
        Hierarchy hierarchy = Hierarchy.Of(
            [.. frame.Leaves.Select(leaf => (string[])[.. columns.Select(column => leaf.Of(column) ?? "-"), leaf.SourceSystem ?? "-"])],
            [.. frame.Series.Levels.Select(level => (Name(level), (int[])[.. level.Select(column => Array.IndexOf(columns, column))]))]);
        double[][] nodes = [.. Enumerable.Range(0, hierarchy.Count).Select(_ => new double[frame.Periods.Count])];
        double[] leaves = new double[frame.Leaves.Count];
        for (int t = 0; t < frame.Periods.Count; t++)
        {
            for (int leaf = 0; leaf < leaves.Length; leaf++)
            {
                leaves[leaf] = frame.Values[leaf][t];
            }

            double[] sums = hierarchy.Sum(leaves);
            for (int node = 0; node < sums.Length; node++)
            {
                nodes[node][t] = sums[node];
            }
        }

        return new FrameHierarchy(hierarchy, nodes);
    }

    private static string Name(IReadOnlyList<string> level) => level.Count == 0 ? "total" : string.Join(" x ", level);
}
