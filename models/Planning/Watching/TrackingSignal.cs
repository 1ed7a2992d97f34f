using System.Numerics;

namespace ProdSales.Planning.Watching;

/// <summary>Whether forecasts run to one side: the sum of their errors over the mean size of an error.</summary>
/// <param name="Value">The signal; above 0 the forecasts are too high. At most the number of periods in size, when every error has the same sign.</param>
/// <param name="Limit">What it stays within 997 times in 1,000 where the same errors fall to either side alike.</param>
/// <param name="Periods">Periods that it rests on.</param>
/// <remarks>
/// The usual limit of four mean errors is passed by every third forecast without a fault in a year of months (the signal of n errors spreads by about 1.25 √n). So the limit is exact for the
/// errors at hand: the signal under all ways in which their signs could have fallen.
/// </remarks>
public sealed record TrackingSignal(double Value, double Limit, int Periods)
{
    /// <summary>The fewest periods whose signs can tell anything beyond chance at this limit.</summary>
    public const int FewestPeriods = 10;

    private const int MostPeriods = 16;
    private const double Chance = 0.003;

    /// <summary>Gets a value indicating whether the forecasts run to one side.</summary>
    public bool IsAlarm => Math.Abs(Value) > Limit;

    /// <summary>Gives the signal of the last errors; null for fewer than ten, and where there were none but zeros.</summary>
    /// <param name="errors">Forecast less actual by period, the oldest first.</param>
    public static TrackingSignal? Of(IReadOnlyList<double> errors)
    {
        ArgumentNullException.ThrowIfNull(errors);
        double[] last = [.. errors.Skip(errors.Count - MostPeriods)];
        double size = last.Length == 0 ? 0 : last.Average(Math.Abs);
        return last.Length < FewestPeriods || size == 0 ? null : new TrackingSignal(last.Sum() / size, LimitOf(last) / size, last.Length);
    }

    private static double LimitOf(double[] errors)
    {
        double[] sums = new double[1 << errors.Length];
        for (int signs = 1; signs < sums.Length; signs++)
        {
            // Each way differs by one sign from one that is known: that without its lowest bit.
            int flipped = BitOperations.TrailingZeroCount(signs);
            sums[signs] = sums[signs & (signs - 1)] + (2 * Math.Abs(errors[flipped]));
        }

        double all = errors.Sum(Math.Abs);
        double[] sizes = [.. sums.Select(sum => Math.Abs(sum - all))];
        Array.Sort(sizes);
        return sizes[^(1 + (int)(Chance * sizes.Length))];
    }
}
