using ProdSales.Planning.Frames;
using ProdSales.Planning.Methods;

namespace ProdSales.Planning.Hierarchies;

/// <summary>Puts forecasts by the ramp of earlier launches in place of what short histories say.</summary>
internal sealed class Launches(PlannedFrame frame, FrameHierarchy hierarchy)
{
    private readonly LaunchRamp _ramp = new(frame);

    /// <summary>Replaces the points of new leaves of one step; their product line is what its own leaves say together.</summary>
    /// <param name="step">The step, the first being 0.</param>
    /// <param name="nodes">The points of all nodes.</param>
    internal void Put(int step, double[] nodes)
    {
        int sums = hierarchy.Hierarchy.SumCount;
        double[] before = [.. nodes];
        foreach (int leaf in _ramp.New)
        {
            nodes[sums + leaf] = Math.Max(0, _ramp.Point(leaf, step, _ramp.Siblings(leaf).Sum(other => before[sums + other])));
        }
    }
}
