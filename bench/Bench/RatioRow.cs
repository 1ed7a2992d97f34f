namespace ProdSales.Bench;

/// <summary>One comparison: ours against a reference, both timed in turn in one run.</summary>
/// <param name="What">What was done.</param>
/// <param name="Ours">Seconds of our side, one per pair.</param>
/// <param name="Reference">Seconds of the reference, one per pair.</param>
/// <param name="Goal">The goal in words, as in "speed at least 0.5 of the reference".</param>
/// <param name="Note">What else was seen: equal results, peak memory, rows.</param>
public sealed record RatioRow(string What, IReadOnlyList<double> Ours, IReadOnlyList<double> Reference, string Goal, string Note)
{
    /// <summary>Gets our time over the reference's, pair by pair.</summary>
    public IReadOnlyList<double> TimeRatios { get; } = [.. Ours.Zip(Reference, (ours, reference) => ours / reference)];

    /// <summary>Gets the median of the time ratios.</summary>
    public double MedianTimeRatio => Median(TimeRatios);

    /// <summary>The middle value, or the mean of the two in the middle.</summary>
    /// <param name="values">At least one value.</param>
    /// <returns>The median.</returns>
    public static double Median(IReadOnlyList<double> values)
    {
        double[] sorted = [.. values.Order()];
        int middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
