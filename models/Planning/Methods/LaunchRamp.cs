using ProdSales.Planning.Definition;
using ProdSales.Planning.Frames;

namespace ProdSales.Planning.Methods;

/// <summary>
/// Forecasts of items that were launched a short while ago (新品): the share of their product line, in their region, that earlier launches had at the same age, as far as the item's own
/// first periods bear it out.
/// </summary>
internal sealed class LaunchRamp
{
    /// <summary>An item is new for so many periods.</summary>
    internal const int NewFor = 6;

    private const int RampLength = 12;

    // Series that begin this early may have begun before the data did.
    private const int Beginning = 6;

    // The ramp of others counts as so many periods of the item's own.
    private const double RampWeight = 2;

    private readonly PlannedFrame _frame;
    private readonly double[]?[] _parents;
    private readonly int[] _starts;
    private readonly double[]? _ramp;

    internal LaunchRamp(PlannedFrame frame)
    {
        _frame = frame;
        bool isOfItems = frame.Series.Leaf.Contains(LeafColumns.Product, StringComparer.Ordinal) && frame.Series.Leaf.Contains(LeafColumns.ProductLine, StringComparer.Ordinal);
        _starts = [.. frame.Values.Select(values => isOfItems ? Array.FindIndex(values, value => value > 0) : 0)];
        _parents = [.. frame.Leaves.Select(leaf => isOfItems && leaf.ProductLine is not null ? Parent(leaf) : null)];
        _ramp = Ramp();
    }

    /// <summary>Gets the places of the leaves that are new.</summary>
    internal IReadOnlyList<int> New => [.. Enumerable.Range(0, _frame.Leaves.Count).Where(IsNew)];

    /// <summary>The point of a new leaf.</summary>
    /// <param name="leaf">Its place.</param>
    /// <param name="step">The step, the first being 0.</param>
    /// <param name="parent">The forecast of its product line in its region.</param>
    internal double Point(int leaf, int step, double parent)
    {
        int start = _starts[leaf];
        int age = _frame.Periods.Count - start;
        double sold = Sum(_frame.Values[leaf].AsSpan(start)), whole = Sum(_parents[leaf].AsSpan(start));
        double own = whole > 0 ? sold / whole : 0;
        if (_ramp is null)
        {
            return parent * own;
        }

        double expected = 0;
        for (int at = 0; at < age; at++)
        {
            expected += _ramp[Math.Min(at, RampLength - 1)] * _parents[leaf]![start + at];
        }

        double usual = whole > 0 ? expected / whole : 0;
        double strength = usual > 0 ? ((own / usual * age) + RampWeight) / (age + RampWeight) : 1;
        return parent * _ramp[Math.Min(age + step, RampLength - 1)] * strength;
    }

    /// <summary>The leaves of the same product line and region.</summary>
    internal IEnumerable<int> Siblings(int leaf) => Enumerable.Range(0, _frame.Leaves.Count)
        .Where(other => _frame.Leaves[other].ProductLine == _frame.Leaves[leaf].ProductLine && _frame.Leaves[other].Region == _frame.Leaves[leaf].Region);

    private bool IsNew(int leaf) => _parents[leaf] is not null && _starts[leaf] >= Beginning && _frame.Periods.Count - _starts[leaf] < NewFor;

    private double[] Parent(PlannedLeaf leaf)
    {
        double[] sum = new double[_frame.Periods.Count];
        foreach ((PlannedLeaf other, double[] values) in _frame.Leaves.Zip(_frame.Values))
        {
            for (int t = 0; t < sum.Length && other.ProductLine == leaf.ProductLine && other.Region == leaf.Region; t++)
            {
                sum[t] += values[t];
            }
        }

        return sum;
    }

    // The mean share by age over earlier launches; null where there was none.
    private double[]? Ramp()
    {
        int[] launched = [.. Enumerable.Range(0, _starts.Length).Where(leaf => _parents[leaf] is not null && _starts[leaf] >= Beginning && _starts[leaf] + RampLength <= _frame.Periods.Count)];
        if (launched.Length == 0)
        {
            return null;
        }

        double[] ramp = new double[RampLength];
        for (int age = 0; age < RampLength; age++)
        {
            double sold = launched.Sum(leaf => Known(_frame.Values[leaf][_starts[leaf] + age]));
            double whole = launched.Sum(leaf => Known(_parents[leaf]![_starts[leaf] + age]));
            ramp[age] = whole > 0 ? sold / whole : 0;
        }

        return ramp;
    }

    private static double Known(double value) => double.IsNaN(value) ? 0 : value;

    private static double Sum(ReadOnlySpan<double> values)
    {
        double sum = 0;
        foreach (double value in values)
        {
            sum += Known(value);
        }

        return sum;
    }
}
