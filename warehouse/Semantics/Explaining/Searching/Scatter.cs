namespace ProdSales.Semantics;

/// <summary>How much rows, and parts without cause, scatter.</summary>
internal sealed class Scatter
{
    /// <summary>Rows without which nothing is said of a side.</summary>
    internal const int FewestRows = 3;

    // The median of the square of a standard normal number.
    private const double MedianSquare = 0.454936;

    internal Scatter(Sides all, bool isRatio)
    {
        IsRatio = isRatio;
        Before = isRatio ? Pooled(all.Before) : 0;
        Now = isRatio ? Pooled(all.Now) : 0;
    }

    internal bool IsRatio { get; }

    /// <summary>Squared residual of a row over its squared denominator, on the side compared with.</summary>
    internal double Before { get; }

    /// <summary>The same on the side asked about.</summary>
    internal double Now { get; }

    /// <summary>The variance of a quotient of sums by the scatter of its rows, never below what the rows of the whole would give.</summary>
    internal static double VarianceOfRatio(Moments part, double pooled)
    {
        double rate = (double)(part.Numerator / part.Denominator);
        double own = Residual(part, rate) * part.Rows / Math.Max(1, part.Rows - 1);
        double denominator = (double)part.Denominator;
        return Math.Max(own, pooled * part.SquaredDenominator) / (denominator * denominator);
    }

    /// <summary>The variance by which parts move apart beyond the scatter of rows: such that half of them, by weight, lie within the middle half of a normal spread.</summary>
    internal static double Drift(IReadOnlyCollection<Deviation> parts)
    {
        if (parts.Count == 0 || MedianScore(parts, 0) <= MedianSquare)
        {
            return 0;
        }

        double low = 0;
        double high = parts.Max(part => part.Own * part.Own) / MedianSquare;
        for (int step = 0; step < 60; step++)
        {
            double middle = (low + high) / 2;
            (low, high) = MedianScore(parts, middle) > MedianSquare ? (middle, high) : (low, middle);
        }

        return high;
    }

    private static double MedianScore(IReadOnlyCollection<Deviation> parts, double drift)
    {
        (double Square, double Weight)[] scores = [.. parts.Select(part => (part.Score(drift) * part.Score(drift), Math.Abs(part.Weight))).OrderBy(score => score.Item1)];
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

    private static double Pooled(Moments all) => all is { Denominator: not 0, SquaredDenominator: > 0 }
        ? Residual(all, (double)(all.Numerator / all.Denominator)) / all.SquaredDenominator
        : 0;

    private static double Residual(Moments part, double rate) =>
        Math.Max(0, part.SquaredNumerator - (2 * rate * part.Product) + (rate * rate * part.SquaredDenominator));
}
