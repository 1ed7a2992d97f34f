using ProdSales.Forecasting;
using ProdSales.Forecasting.Accuracy;
using ProdSales.Forecasting.Intervals;

namespace ProdSales.Bench.Models.Forecasts;

/// <summary>F5: conformal intervals, factors of one half of the series judged on the other.</summary>
internal sealed class IntervalProtocol : IProtocol
{
    private static readonly double[] Levels = [0.95, 0.80];

    /// <inheritdoc/>
    public string Id => "F5";

    /// <inheritdoc/>
    public string Question =>
        "Coverage and MSIS of intervals on each set in the layout of M3. Split halves: factors from the test errors of every other series, per season and step. Own past: factors from each set's own rolling origins, no test value seen.";

    /// <inheritdoc/>
    public string? Absence(DataFolder data) => CompetitionSet.Of(data).Any() ? null : "no folder holds NAME_series.csv and NAME_values.csv";

    /// <inheritdoc/>
    public IEnumerable<Figure> Measure(DataFolder data)
    {
        foreach (string set in CompetitionSet.Of(data))
        {
            string name = set.Split('/')[^1];
            List<CompetitionSeries> series = CompetitionSet.Read(data, set);
            List<ForecastResult> results = CompetitionRun.Combined(series);
            foreach (Figure figure in Split(name, series, results).Concat(OwnPast(name, series, results)))
            {
                yield return figure;
            }
        }
    }

    private static IEnumerable<Figure> Split(string name, List<CompetitionSeries> series, List<ForecastResult> results)
    {
        // By place among the series at hand, within each group, so that a set of which only even numbers are there is halved too.
        int[] half = new int[series.Count];
        foreach (IGrouping<string, int> group in Enumerable.Range(0, series.Count).GroupBy(at => series[at].Group))
        {
            foreach ((int at, int place) in group.Select((at, place) => (at, place)))
            {
                half[at] = place % 2;
            }
        }

        Dictionary<(string, int), ConformalCalibration> halves = [];
        for (int at = 0; at < series.Count; at++)
        {
            Of(halves, series[at].Group, half[at]).Add(results[at], series[at].Held);
        }

        Dictionary<(string, int), ConformalFactors> factors = halves.ToDictionary(entry => entry.Key, entry => entry.Value.Factors());
        return Judged(name, "split halves", series, results, at => factors[(series[at].Group, 1 - half[at])], hasBar: true);
    }

    private static IEnumerable<Figure> OwnPast(string name, List<CompetitionSeries> series, List<ForecastResult> results)
    {
        Forecaster forecaster = new();
        Dictionary<(string, int), ConformalCalibration> groups = [];
        foreach (CompetitionSeries one in series)
        {
            Of(groups, one.Group, 0).Backtest(forecaster, one.Known, one.Held.Length, origins: 2);
        }

        Dictionary<(string, int), ConformalFactors> factors = groups.ToDictionary(entry => entry.Key, entry => entry.Value.Factors());
        return Judged(name, "own past", series, results, at => factors[(series[at].Group, 0)], hasBar: false);
    }

    private static ConformalCalibration Of(Dictionary<(string, int), ConformalCalibration> all, string group, int half)
    {
        if (!all.TryGetValue((group, half), out ConformalCalibration? calibration))
        {
            all[(group, half)] = calibration = new ConformalCalibration();
        }

        return calibration;
    }

    private static IEnumerable<Figure> Judged(
        string name, string how, List<CompetitionSeries> series, List<ForecastResult> results, Func<int, ConformalFactors> factorsOf, bool hasBar)
    {
        foreach (double level in Levels)
        {
            (double held, double steps, double score, int scored) = (0, 0, 0, 0);
            for (int at = 0; at < series.Count; at++)
            {
                CompetitionSeries one = series[at];
                Interval[] intervals = [.. one.Held.Select((_, step) => factorsOf(at).Around(results[at], step + 1, level))];
                held += IntervalError.Coverage(one.Held, intervals) * one.Held.Length;
                steps += one.Held.Length;
                double msis = IntervalError.Msis(one.Held, intervals, level, one.Known.Values, one.Scale);
                score += double.IsFinite(msis) ? msis : 0;
                scored += double.IsFinite(msis) ? 1 : 0;
            }

            Bar? coverage = hasBar ? Bar.Near(level, level > 0.9 ? 0.02 : 0.03, 0.01, null) : null;
            yield return new Figure($"{name} coverage at {level:0.00}, {how}", held / steps, coverage, $"{series.Count} series");
            if (level > 0.9)
            {
                yield return new Figure($"{name} MSIS, {how}", score / scored, hasBar ? MsisBar(name) : null, $"{scored} series");
            }
        }
    }

    private static Bar? MsisBar(string name) => name.ToUpperInvariant() switch
    {
        "M3" => Bar.AtMost(null, 11.8, 11.0),
        "TOURISM" => Bar.AtMost(null, 16.5, 15.5),
        _ => null,
    };
}
