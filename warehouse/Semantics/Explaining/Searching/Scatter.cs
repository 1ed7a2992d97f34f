namespace ProdSales.Semantics;

/// <summary>How much rows scatter.</summary>
internal sealed class Scatter
{
    /// <summary>Rows without which nothing is said of a side.</summary>
    internal const int FewestRows = 3;

    /// <summary>Learns the scatter of rows about the members of the dimension that tells them apart best.</summary>
    /// <param name="partitions">The sums of the members, for each dimension.</param>
    /// <param name="isRatio">Whether the measure is one sum over another.</param>
    internal Scatter(IReadOnlyCollection<IReadOnlyCollection<Sides>> partitions, bool isRatio)
    {
        IsRatio = isRatio;
        Before = isRatio ? partitions.Min(parts => Pooled([.. parts.Select(part => part.Before)])) : 0;
        Now = isRatio ? partitions.Min(parts => Pooled([.. parts.Select(part => part.Now)])) : 0;
    }

    internal bool IsRatio { get; }

    /// <summary>Squared residual of a row over its squared denominator, on the side compared with.</summary>
    internal double Before { get; }

    /// <summary>The same on the side asked about.</summary>
    internal double Now { get; }

    /// <summary>The variance of a quotient of sums by the scatter of its rows, never below what its rows would give with the scatter of all.</summary>
    internal static double VarianceOfRatio(Moments part, double pooled)
    {
        double rate = (double)(part.Numerator / part.Denominator);
        double own = Residual(part, rate) * part.Rows / Math.Max(1, part.Rows - 1);
        double denominator = (double)part.Denominator;
        return Math.Max(own, pooled * part.SquaredDenominator) / (denominator * denominator);
    }

    private static double Pooled(Moments[] parts)
    {
        Moments[] held = [.. parts.Where(part => part.Denominator != 0)];
        double squares = held.Sum(part => part.SquaredDenominator);
        long rows = held.Sum(part => part.Rows);
        double residual = held.Sum(part => Residual(part, (double)(part.Numerator / part.Denominator)));
        return squares > 0 ? residual / squares * rows / Math.Max(1, rows - held.Length) : 0;
    }

    private static double Residual(Moments part, double rate) =>
        Math.Max(0, part.SquaredNumerator - (2 * rate * part.Product) + (rate * rate * part.SquaredDenominator));
}
