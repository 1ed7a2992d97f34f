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

    private static double Variance((double Value, double Variance, double Weight)[] parts)
    {
        if (parts.Length == 0 || MedianScore(parts, 0) <= MedianSquare)
        {
            return 0;
        }

        double low = 0;
        double high = parts.Max(part => part.Value * part.Value) / MedianSquare;
        for (int step = 0; step < 40; step++)
        {
            double middle = (low + high) / 2;
            (low, high) = MedianScore(parts, middle) > MedianSquare ? (middle, high) : (low, middle);
        }

        return high;
    }

    private static double MedianScore((double Value, double Variance, double Weight)[] parts, double drift)
    {
        (double Square, double Weight)[] scores =
        [
            .. parts.Select(part => (part.Variance + drift > 0 ? part.Value * part.Value / (part.Variance + drift) : 0, part.Weight)).OrderBy(score => score.Item1),
        ];
        double half = scores.Sum(score => score.Weight) / 2;
        double passed = 0;
        foreach ((double square, double weight) in scores)
        {
            passed += weight;
            if (passed >= half)
            {
                return square;
            }
        }

        return scores[^1].Square;
    }
}
