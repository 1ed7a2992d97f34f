namespace ProdSales.Semantics;

/// <summary>How much rows scatter, and which dimensions tell them apart.</summary>
internal sealed class Scatter
{
    /// <summary>Rows without which nothing is said of a side.</summary>
    internal const int FewestRows = 3;

    private readonly int[] _strongest;

    /// <summary>Learns the scatter of rows about the members of the dimension that tells them apart best.</summary>
    /// <param name="members">The sums of the members, for each dimension.</param>
    /// <param name="isRatio">Whether the measure is one sum over another.</param>
    internal Scatter(IReadOnlyList<Tallies[]> members, bool isRatio)
    {
        IsRatio = isRatio;
        double[] before = [.. members.Select(parts => Pooled(parts.Select(part => part.Before)))];
        double[] now = [.. members.Select(parts => Pooled(parts.Select(part => part.Now)))];
        Before = isRatio ? before.Min() : 0;
        Now = isRatio ? now.Min() : 0;
        _strongest = isRatio ? [.. Enumerable.Range(0, members.Count).OrderBy(dimension => before[dimension] + now[dimension])] : [];
    }

    internal bool IsRatio { get; }

    /// <summary>Squared residual of a row over its squared denominator, on the side compared with.</summary>
    internal double Before { get; }

    /// <summary>The same on the side asked about.</summary>
    internal double Now { get; }

    /// <summary>The dimension that tells rows apart best; null for a sum.</summary>
    internal int? Strongest => _strongest.Length == 0 ? null : _strongest[0];

    /// <summary>The dimension that tells rows apart best of those that a set leaves open; null for a sum, or when none is open.</summary>
    internal int? StratumOf(int[] set)
    {
        int[] open = [.. _strongest.Where(dimension => !set.Contains(dimension)).Take(1)];
        return open.Length == 0 ? null : open[0];
    }

    private static double Pooled(IEnumerable<Tally> parts)
    {
        Tally[] held = [.. parts.Where(part => part.HasRate)];
        double squares = held.Sum(part => part.SquaredDenominator);
        double rows = held.Sum(part => part.Rows);
        return squares > 0 ? held.Sum(part => part.Residual()) / squares * rows / Math.Max(1, rows - held.Length) : 0;
    }
}
