using System.Globalization;
using ProdSales.Forecasting;
using ProdSales.Forecasting.Accuracy;
using ProdSales.Forecasting.Reconciliation;

namespace ProdSales.Bench.Models.Forecasts;

/// <summary>F9 and the second half of F7: the hierarchy of Australian domestic tourism.</summary>
internal sealed class HierarchyProtocol : IProtocol
{
    private const int Period = 4;
    private const int Horizon = 8;
    private const int Judged = 8;
    private const int ErrorOrigins = 16;
    private const int ErrorSteps = 4;
    private const string Chosen = "chosen";
    private const string Base = "base, not coherent";

    /// <inheritdoc/>
    public string Id => "F9";

    /// <inheritdoc/>
    public string Question =>
        "Quarterly trips by region, state and purpose, 425 nodes; 8 rolling origins at the end, up to 8 steps as far as values go. MASE by level and their mean; covariances from errors up to a year ahead of 16 earlier origins; the method is chosen at each origin on the 8 before it.";

    /// <inheritdoc/>
    public string? Absence(DataFolder data) => data.Absent("austourism/tourism.csv");

    /// <inheritdoc/>
    public IEnumerable<Figure> Measure(DataFolder data)
    {
        TourismTrips trips = TourismTrips.Read(data);
        Hierarchy hierarchy = trips.Hierarchy;
        int last = trips.Quarters - 1;
        int first = trips.Quarters - Judged;
        TimeSpan before = Environment.CpuUsage.TotalTime;
        Dictionary<int, double[][]> forecasts = [];
        for (int origin = last; origin > first - Judged - ErrorOrigins; origin--)
        {
            forecasts[origin] = Forecast(trips, origin);
            if (origin == trips.Quarters - Judged - ErrorOrigins)
            {
                yield return new Figure("processor seconds, 425 nodes × 24 origins", (Environment.CpuUsage.TotalTime - before).TotalSeconds, Bar.AtMost(null, null, 20), $"{hierarchy.Count} nodes");
            }
        }

        Dictionary<string, List<(string Level, double Mase)>> errors = [];
        double incoherence = 0;
        bool isNegative = false;
        for (int origin = first; origin <= last; origin++)
        {
            IReadOnlyList<double[]> past = Errors(trips, forecasts, origin);
            ReconciliationMethod best = Choose(trips, forecasts, origin);
            Judge(errors, Base, trips, origin, forecasts[origin]);
            foreach (ReconciliationMethod method in ReconciliationChoice.All)
            {
                Reconciler reconciler = Reconciler.Of(hierarchy, method, past);
                double[][] reconciled = [.. forecasts[origin].Select(step => reconciler.Reconcile(step, isNonNegative: true))];
                Judge(errors, method.ToString(), trips, origin, reconciled);
                if (method == best)
                {
                    Judge(errors, Chosen, trips, origin, reconciled);
                    incoherence = Math.Max(incoherence, reconciled.Max(step => hierarchy.Sum(step.AsSpan(hierarchy.SumCount)).Select((sum, node) => Math.Abs(sum - step[node]) / Math.Max(1, Math.Abs(sum))).Max()));
                    isNegative |= reconciled.Any(step => step.Any(value => value < 0));
                }
            }
        }

        foreach (Figure figure in Figures(errors))
        {
            yield return figure;
        }

        yield return new Figure("greatest relative incoherence, chosen", incoherence, Bar.AtMost(1e-6, 1e-6, 1e-6), isNegative ? "a leaf is negative" : "no leaf is negative");
    }

    private static IEnumerable<Figure> Figures(Dictionary<string, List<(string Level, double Mase)>> errors)
    {
        Dictionary<string, Dictionary<string, double>> means = errors.ToDictionary(
            method => method.Key, method => method.Value.GroupBy(error => error.Level).ToDictionary(level => level.Key, level => level.Average(error => error.Mase)));
        foreach ((string method, Dictionary<string, double> levels) in means)
        {
            string note = string.Join(", ", levels.Select(level => string.Create(CultureInfo.InvariantCulture, $"{level.Key} {level.Value:0.000}")));
            yield return new Figure($"mean of levels MASE, {method}", levels.Values.Average(), method == Chosen ? Bar.AtMost(1.25, 1.19, 1.17) : null, note);
        }

        yield return new Figure("worst level against base, chosen", means[Chosen].Max(level => level.Value / means[Base][level.Key]), Bar.AtMost(null, null, 1.03), "ratio of MASE");
    }

    private static double[][] Forecast(TourismTrips trips, int origin)
    {
        Forecaster forecaster = new();
        double[][] steps = [.. Enumerable.Range(0, Horizon).Select(_ => new double[trips.Hierarchy.Count])];
        for (int node = 0; node < trips.Hierarchy.Count; node++)
        {
            IReadOnlyList<double> points = forecaster.Forecast(new Series(trips.Hierarchy.Names[node], trips.Nodes[node][..origin], Period), Horizon).Points;
            for (int step = 0; step < Horizon; step++)
            {
                steps[step][node] = points[step];
            }
        }

        return steps;
    }

    // Errors of up to a year ahead that are known at the origin, of the origins before it.
    private static List<double[]> Errors(TourismTrips trips, Dictionary<int, double[][]> forecasts, int origin)
    {
        List<double[]> errors = [];
        for (int past = origin - ErrorOrigins; past < origin; past++)
        {
            for (int step = 0; step < ErrorSteps && past + step < origin && forecasts.TryGetValue(past, out double[][]? steps); step++)
            {
                int quarter = past + step;
                errors.Add([.. steps[step].Select((point, node) => trips.Nodes[node][quarter] - point)]);
            }
        }

        return errors;
    }

    private static ReconciliationMethod Choose(TourismTrips trips, Dictionary<int, double[][]> forecasts, int origin)
    {
        PastOrigin[] origins =
        [
            .. Enumerable.Range(origin - Judged, Judged).Select(past => new PastOrigin(
                forecasts[past],
                [.. Enumerable.Range(past, Math.Min(Horizon, origin - past)).Select(quarter => trips.Nodes.Select(node => node[quarter]).ToArray())],
                Errors(trips, forecasts, past))),
        ];
        return ReconciliationChoice.Best(trips.Hierarchy, origins, [.. trips.Nodes.Select(node => Scale.Absolute(node.AsSpan(0, origin - Judged), Period))], isNonNegative: true);
    }

    private static void Judge(Dictionary<string, List<(string Level, double Mase)>> errors, string method, TourismTrips trips, int origin, double[][] steps)
    {
        int known = Math.Min(Horizon, trips.Quarters - origin);
        List<(string Level, double Mase)> all = errors.TryGetValue(method, out List<(string, double)>? found) ? found : errors[method] = [];
        for (int node = 0; node < trips.Hierarchy.Count; node++)
        {
            double[] points = [.. Enumerable.Range(0, known).Select(step => steps[step][node])];
            all.Add((trips.Hierarchy.Levels[node], ForecastError.Mase(trips.Nodes[node].AsSpan(origin, known), points, trips.Nodes[node].AsSpan(0, origin), Period)));
        }
    }
}
