namespace ProdSales.Planning.Watching;

/// <summary>Whether intervals hold what they promise: the mean over periods of the share of cells that fell into theirs.</summary>
/// <param name="Value">The mean share, 0 to 1.</param>
/// <param name="Limit">The end of the band around the promise on the side of the value.</param>
/// <param name="Periods">Periods that it rests on.</param>
/// <remarks>Cells of one period share its fate, so a period is one observation: the band is four standard errors of its mean wide to either side, and at least five hundredths.</remarks>
public sealed record CoverageSignal(double Value, double Limit, int Periods)
{
    /// <summary>The share that intervals from the tenth to the ninetieth percentile promise.</summary>
    public const double Promised = 0.8;

    private const int FewestPeriods = 10;
    private const double Errors = 4;
    private const double Least = 0.05;

    /// <summary>Gets a value indicating whether too few or too many cells fell into their intervals.</summary>
    public bool IsAlarm => Math.Abs(Value - Promised) > Math.Abs(Limit - Promised);

    /// <summary>Gives the signal of the shares of periods; null for fewer than ten.</summary>
    public static CoverageSignal? Of(IReadOnlyList<double> shares)
    {
        ArgumentNullException.ThrowIfNull(shares);
        if (shares.Count < FewestPeriods)
        {
            return null;
        }

        double mean = shares.Average();
        double variance = shares.Sum(share => (share - mean) * (share - mean)) / (shares.Count - 1);
        double band = Math.Max(Least, Errors * Math.Sqrt(variance / shares.Count));
        return new CoverageSignal(mean, mean < Promised ? Promised - band : Promised + band, shares.Count);
    }
}
