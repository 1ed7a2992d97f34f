using ProdSales.Forecasting.Reconciliation;
using ProdSales.Planning.Calendars;

namespace ProdSales.Planning.Hierarchies;

/// <summary>
/// Forecasts a hierarchy: each node by itself; what of the calendar counts, how wide intervals are and how sums are made to add up, all learned from earlier origins of the same data.
/// </summary>
internal sealed class HierarchyForecaster(FrameHierarchy frame, WorkCalendar calendar, int year, int horizon, bool isNonNegative)
{
    /// <summary>The share that intervals hold.</summary>
    internal const double Level = 0.8;

    private const int MostOrigins = 9;
    private const int JudgedOrigins = 3;
    private const int FewestKnown = 8;

    // A calendar must earn its place.
    private const double LeastGain = 0.01;
    private const double SteadyShare = 0.75;

    private readonly Hierarchy _hierarchy = frame.Hierarchy;
    private readonly NodeForecaster _forecaster = new(frame.Nodes, frame.Hierarchy.SumCount, calendar, year, horizon);
    private readonly int _known = frame.Nodes[0].Length;

    /// <summary>Forecasts.</summary>
    /// <param name="launches">Puts forecasts of new products in place of those of their short histories; told the step, and all nodes.</param>
    /// <param name="cancellation">Ends it.</param>
    internal HierarchyForecast Forecast(Action<int, double[]> launches, CancellationToken cancellation)
    {
        CalendarUse use = CalendarChoice(cancellation);
        Dictionary<int, NodeForecast> past = [];
        foreach (int origin in Origins())
        {
            cancellation.ThrowIfCancellationRequested();
            past[origin] = _forecaster.At(origin, use, _hierarchy.Count);
        }

        NodeForecast now = _forecaster.At(_known, use, _hierarchy.Count);
        ReconciliationMethod method = Method(past);
        Reconciler reconciler = Reconciler.Of(_hierarchy, method, ErrorsKnownAt(_known, past));
        double[][] points = new double[horizon][];
        for (int step = 0; step < horizon; step++)
        {
            launches(step, now.Points[step]);
            points[step] = reconciler.Reconcile(now.Points[step], isNonNegative)[_hierarchy.SumCount..];
        }

        return new HierarchyForecast(points, new LeafIntervals(frame, past, horizon, Level).Around(points, now, isNonNegative), use, method);
    }

    /// <summary>What of the calendar helped at past origins: it lowered the error of the sums on the whole, and at three origins of four.</summary>
    internal CalendarUse CalendarChoice(CancellationToken cancellation)
    {
        double[] without = Errors(CalendarUse.None);
        (CalendarUse best, double least) = (CalendarUse.None, without.Sum() * (1 - LeastGain));
        foreach (CalendarUse use in (CalendarUse[])[CalendarUse.Workdays, CalendarUse.SpringFestival])
        {
            cancellation.ThrowIfCancellationRequested();
            double[] errors = Errors(use);
            bool isSteady = errors.Zip(without).Count(pair => pair.First < pair.Second) >= SteadyShare * without.Length;
            (best, least) = isSteady && errors.Sum() < least ? (use, errors.Sum()) : (best, least);
        }

        return best;
    }

    // The weighted error of the sums at each past origin.
    private double[] Errors(CalendarUse use)
    {
        int sums = Math.Max(1, _hierarchy.SumCount);
        return [.. Origins().Select(origin => Error(_forecaster.At(origin, use, sums), origin, sums))];
    }

    private double Error(NodeForecast said, int origin, int sums)
    {
        (double errors, double amount) = (0, 0);
        for (int step = 0; step < horizon && origin + step < _known; step++)
        {
            for (int node = 0; node < sums; node++)
            {
                double came = frame.Nodes[node][origin + step];
                errors += double.IsNaN(came) ? 0 : Math.Abs(said.Points[step][node] - came);
                amount += double.IsNaN(came) ? 0 : Math.Abs(came);
            }
        }

        return amount > 0 ? errors / amount : 0;
    }

    private IEnumerable<int> Origins() => Enumerable.Range(1, MostOrigins).Select(back => _known - back).Where(origin => origin >= FewestKnown);

    private ReconciliationMethod Method(Dictionary<int, NodeForecast> past)
    {
        PastOrigin[] judged = [.. past.Keys.Where(origin => origin <= _known - 1).OrderDescending().Take(JudgedOrigins).Order().Select(origin => Judged(origin, past))];
        double[] scales = [.. frame.Nodes.Select(values => Math.Max(1e-9, values.Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty(0).Average()))];
        return ReconciliationChoice.Best(_hierarchy, judged, scales, isNonNegative);
    }

    private PastOrigin Judged(int origin, Dictionary<int, NodeForecast> past)
    {
        int steps = Math.Min(horizon, _known - origin);
        return new PastOrigin(
            past[origin].Points[..steps],
            [.. Enumerable.Range(0, steps).Select(step => Came(origin + step, past[origin].Points[step]))],
            ErrorsKnownAt(origin, past));
    }

    private List<double[]> ErrorsKnownAt(int day, Dictionary<int, NodeForecast> past)
    {
        List<double[]> errors = [];
        foreach ((int origin, NodeForecast said) in past.OrderBy(entry => entry.Key))
        {
            for (int step = 0; step < horizon && origin + step < day; step++)
            {
                double[] came = Came(origin + step, said.Points[step]);
                errors.Add([.. came.Select((value, node) => value - said.Points[step][node])]);
            }
        }

        return errors;
    }

    // A period of which nothing is known came as it was forecast, so that it teaches nothing.
    private double[] Came(int period, double[] otherwise) =>
        [.. frame.Nodes.Select((values, node) => double.IsNaN(values[period]) ? otherwise[node] : values[period])];
}
