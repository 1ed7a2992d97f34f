using ProdSales.Forecasting.Intervals;
using ProdSales.Planning.Frames;
using ProdSales.Planning.Hierarchies;
using ProdSales.Planning.Methods;

namespace ProdSales.Planning.Intervals;

/// <summary>Intervals of a method that has no spread of its own: conformal for each step, from how it erred at its earlier origins, all leaves together.</summary>
/// <remarks>An error counts by how large the leaf was in the year before its origin (root of the mean square), and an interval is as much wider as the leaf is larger now.</remarks>
/// <param name="frame">What is known.</param>
/// <param name="year">Periods of a year.</param>
/// <param name="horizon">Steps ahead.</param>
/// <param name="level">The share that intervals hold.</param>
internal sealed class OwnErrors(PlannedFrame frame, int year, int horizon, double level)
{
    private const int MostOrigins = 36;

    private readonly List<(int Known, double Ratio)>[] _steps = [.. Enumerable.Range(0, horizon).Select(_ => new List<(int, double)>())];

    /// <summary>Takes up what was said of a period that is known by now.</summary>
    /// <param name="known">How many periods were known.</param>
    /// <param name="step">Periods after them, 0 for the next.</param>
    /// <param name="leaf">The place of the leaf.</param>
    /// <param name="said">The point; one that is no number teaches nothing, and neither does a leaf that was nothing in the year before.</param>
    internal void Add(int known, int step, int leaf, double said)
    {
        double ratio = Math.Abs(frame.Values[leaf][known + step] - said) / Size(leaf, known);
        if (double.IsFinite(ratio))
        {
            _steps[step].Add((known, ratio));
        }
    }

    /// <summary>Takes up what the naive method would have said at earlier origins; while it has a year to repeat, only origins at which it had one.</summary>
    internal OwnErrors OfNaive()
    {
        int now = frame.Periods.Count;
        for (int known = Math.Max(1, now - MostOrigins); known < now; known++)
        {
            for (int leaf = 0; leaf < frame.Leaves.Count && known >= year == now >= year; leaf++)
            {
                double[] said = NaivePlan.Points(frame.Values[leaf][..known], year, horizon);
                for (int step = 0; step < horizon && known + step < now; step++)
                {
                    Add(known, step, leaf, said[step]);
                }
            }
        }

        return this;
    }

    /// <summary>Takes up what a method did say at earlier origins; leaves that are no more are left out.</summary>
    internal OwnErrors OfKept(IEnumerable<KeptForecast> kept)
    {
        Dictionary<string, int> leaves = frame.Leaves.Index().ToDictionary(leaf => leaf.Item.Key, leaf => leaf.Index, StringComparer.Ordinal);
        Dictionary<DateOnly, int> periods = frame.Periods.Index().ToDictionary(period => period.Item.First, period => period.Index);
        foreach (KeptForecast one in kept)
        {
            int known = frame.Periods.Count(period => period.Last <= one.Origin);
            if (known > 0 && leaves.TryGetValue(one.Leaf, out int leaf) && periods.TryGetValue(one.First, out int period) && period >= known && period < known + horizon)
            {
                Add(known, period - known, leaf, one.Said);
            }
        }

        return this;
    }

    /// <summary>The intervals around points.</summary>
    /// <param name="points">One array of all leaves a step.</param>
    /// <returns>Likewise; null where too few errors are known, and for a leaf that was nothing in the last year.</returns>
    internal Interval?[][] Around(double[][] points)
    {
        double[] sizes = [.. frame.Leaves.Select((_, leaf) => Size(leaf, frame.Periods.Count))];
        Interval?[][] intervals = new Interval?[horizon][];
        for (int step = 0; step < horizon; step++)
        {
            double factor = IsEnough(step) ? LeafIntervals.Quantile([.. _steps[step].Select(error => error.Ratio)], level) : double.NaN;
            intervals[step] = [.. points[step].Select((point, leaf) => Around(point, factor * sizes[leaf]))];
        }

        return intervals;
    }

    /// <summary>Why there are no intervals, from the first step on that has none; null where every step has some.</summary>
    internal IntervalShortage? Shortage(string method)
    {
        int step = Enumerable.Range(0, horizon).FirstOrDefault(step => !IsEnough(step), horizon);
        return step < horizon ? new IntervalShortage(method, step + 1, _steps[step].Count, Origins(step)) : null;
    }

    private Interval? Around(double point, double half) => half > 0 && double.IsFinite(point)
        ? new Interval(frame.IsNonNegative ? Math.Max(0, point - half) : point - half, point + half)
        : null;

    private bool IsEnough(int step) => _steps[step].Count >= IntervalShortage.FewestErrors && Origins(step) >= IntervalShortage.FewestOrigins;

    private int Origins(int step) => _steps[step].Select(error => error.Known).Distinct().Count();

    // Nothing known is no size.
    private double Size(int leaf, int known) =>
        Math.Sqrt(frame.Values[leaf][Math.Max(0, known - year)..known].Where(double.IsFinite).Select(value => value * value).DefaultIfEmpty(0).Average());
}
