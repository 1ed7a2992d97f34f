namespace ProdSales.Planning.Methods;

/// <summary>The mean of what several methods say, where at least two do.</summary>
internal static class ConsensusPlan
{
    /// <summary>The points of a step.</summary>
    /// <param name="said">What each method says, by leaf; not a number where it says nothing.</param>
    /// <returns>Not a number where fewer than two say something.</returns>
    internal static double[] Points(IReadOnlyList<double[]> said)
    {
        double[] points = new double[said[0].Length];
        for (int leaf = 0; leaf < points.Length; leaf++)
        {
            double[] known = [.. said.Select(one => one[leaf]).Where(double.IsFinite)];
            points[leaf] = known.Length > 1 ? known.Average() : double.NaN;
        }

        return points;
    }
}
