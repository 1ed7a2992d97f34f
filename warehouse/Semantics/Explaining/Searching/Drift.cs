namespace ProdSales.Semantics;

/// <summary>How far parts move, and lie, apart for no cause beyond the scatter of their rows.</summary>
/// <param name="Move">The variance of their moves.</param>
/// <param name="Level">The variance of their levels.</param>
internal readonly record struct Drift(double Move, double Level)
{
    // The median of the square of a standard normal number.
    private const double MedianSquare = 0.454936;

    /// <summary>The variances at which half of the parts, by weight, lie within the middle half of a normal spread.</summary>
    internal static Drift Of(IReadOnlyCollection<Deviation> parts) => new(
        Variance([.. parts.Where(part => !part.IsOneSided).Select(part => (part.Own, part.Variance, Math.Abs(part.Weight)))]),
        Variance([.. parts.Select(part => (part.Level, part.LevelVariance, Math.Abs(part.Weight)))]));

    // Parts without any scatter lie within every spread, unless the others need one.
    private static double Variance(List<(double Value, double Variance, double Weight)> parts) =>
        Median(parts, (value, variance) => variance > 0 ? Needed(value, variance) : 0) > 0 ? Median(parts, Needed) : 0;

    /// <summary>The spread from which on a part lies within it.</summary>
    private static double Needed(double value, double variance) => Math.Max(0, (value * value / MedianSquare) - variance);

    private static double Median(List<(double Value, double Variance, double Weight)> parts, Func<double, double, double> needed)
    {
        double[] spreads = new double[parts.Count];
        double[] weights = new double[parts.Count];
        for (int i = 0; i < spreads.Length; i++)
        {
            spreads[i] = needed(parts[i].Value, parts[i].Variance);
            weights[i] = parts[i].Weight;
        }

        Array.Sort(spreads, weights);
        double half = weights.Sum() / 2;
        double passed = 0;
        int median = 0;
        while (median < spreads.Length && (passed += weights[median]) < half)
        {
            median++;
        }

        return spreads.Length == 0 ? 0 : spreads[Math.Min(median, spreads.Length - 1)];
    }
}
