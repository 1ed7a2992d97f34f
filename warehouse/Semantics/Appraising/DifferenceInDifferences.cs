using MathNet.Numerics.Distributions;
using MathNet.Numerics.Statistics;

namespace ProdSales.Semantics;

/// <summary>
/// How far what was changed moved beyond what was not. The effect is of the values over the whole periods, (T1 - T0) - (C1 - C0); how far chance may carry it is told by how
/// the two sides differ from month to month.
/// </summary>
internal static class DifferenceInDifferences
{
    /// <summary>Fewer months on a side tell nothing of chance.</summary>
    internal const int FewestMonths = 3;

    /// <summary>What one side, or the gap between two, was in each month.</summary>
    /// <param name="treated">What was changed.</param>
    /// <param name="control">What was not; null when nothing is compared with.</param>
    internal static SortedDictionary<DateOnly, double> Gaps(IReadOnlyDictionary<DateOnly, double> treated, IReadOnlyDictionary<DateOnly, double>? control)
    {
        SortedDictionary<DateOnly, double> gaps = [];
        foreach ((DateOnly month, double value) in treated)
        {
            if (control is null)
            {
                gaps.Add(month, value);
            }
            else if (control.TryGetValue(month, out double other))
            {
                gaps.Add(month, value - other);
            }
        }

        return gaps;
    }

    /// <summary>The effect with its interval; null with too few months.</summary>
    /// <param name="effect">The difference of the differences over the whole periods.</param>
    /// <param name="before">Gaps of the months before.</param>
    /// <param name="after">Gaps of the months after.</param>
    internal static Estimate? Of(double effect, SortedDictionary<DateOnly, double> before, SortedDictionary<DateOnly, double> after)
    {
        if (before.Count < FewestMonths || after.Count < FewestMonths)
        {
            return null;
        }

        double half = Paired(before, after) is { } pairs ? HalfOfPairs(pairs) : HalfOfTwo([.. before.Values], [.. after.Values]);
        return new Estimate(effect, effect - half, effect + half);
    }

    /// <summary>The same question of a day on which nothing was changed, half way through the months before; null with too few of them.</summary>
    internal static Estimate? Placebo(SortedDictionary<DateOnly, double> before)
    {
        double[] gaps = [.. before.Values];
        double[] first = gaps[..(gaps.Length / 2)];
        double[] second = gaps[first.Length..];
        if (first.Length < FewestMonths)
        {
            return null;
        }

        double effect = second.Average() - first.Average();
        double half = HalfOfTwo(first, second);
        return new Estimate(effect, effect - half, effect + half);
    }

    // The same months of other years are held against each other, so that seasons are no noise.
    private static double[]? Paired(SortedDictionary<DateOnly, double> before, SortedDictionary<DateOnly, double> after)
    {
        int years = after.Keys.First().Year - before.Keys.First().Year;
        return before.Count == after.Count && before.Keys.All(month => after.ContainsKey(month.AddYears(years)))
            ? [.. before.Select(gap => after[gap.Key.AddYears(years)] - gap.Value)]
            : null;
    }

    private static double HalfOfPairs(double[] pairs) => Quantile(pairs.Length - 1) * Math.Sqrt(pairs.Variance() / pairs.Length);

    /// <summary>Welch's interval: two means of unequal spread, with the degrees of freedom of Satterthwaite.</summary>
    private static double HalfOfTwo(double[] first, double[] second)
    {
        double one = first.Variance() / first.Length;
        double two = second.Variance() / second.Length;
        double both = one + two;
        if (both <= 0)
        {
            return 0;
        }

        double freedom = both * both / ((one * one / (first.Length - 1)) + (two * two / (second.Length - 1)));
        return Quantile(freedom) * Math.Sqrt(both);
    }

    private static double Quantile(double freedom) => StudentT.InvCDF(0, 1, freedom, 0.975);
}
