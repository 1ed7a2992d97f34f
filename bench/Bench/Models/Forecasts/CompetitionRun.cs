using ProdSales.Forecasting;
using ProdSales.Forecasting.Members;

namespace ProdSales.Bench.Models.Forecasts;

/// <summary>Forecasts a set of series, and the benchmark Naive2.</summary>
internal static class CompetitionRun
{
    private static readonly Naive2Member Naive2 = new();

    /// <summary>The forecasts of the whole combination, in the order of the series.</summary>
    internal static List<ForecastResult> Combined(IEnumerable<CompetitionSeries> series)
    {
        Forecaster forecaster = new();
        return [.. series.Select(one => forecaster.Forecast(one.Known, one.Held.Length))];
    }

    /// <summary>The forecasts of one member alone.</summary>
    internal static List<double[]> By(IMember member, IEnumerable<CompetitionSeries> series)
    {
        Forecaster forecaster = new();
        return [.. series.Select(one => forecaster.ForecastBy(member, one.Known.Values, one.Known.Period, one.Held.Length) ?? Repeated(one))];
    }

    /// <summary>Scores forecasts, by group and over all (an empty group), with the benchmark beside.</summary>
    internal static Dictionary<string, (CompetitionScore Score, CompetitionScore Benchmark)> Scores(IReadOnlyList<CompetitionSeries> series, IReadOnlyList<IReadOnlyList<double>> points)
    {
        Forecaster forecaster = new();
        Dictionary<string, (CompetitionScore Score, CompetitionScore Benchmark)> scores = [];
        for (int at = 0; at < series.Count; at++)
        {
            CompetitionSeries one = series[at];
            double[] naive = forecaster.ForecastBy(Naive2, one.Known.Values, one.Scale, one.Held.Length) ?? Repeated(one);
            foreach (string group in (string[])["", one.Group])
            {
                if (!scores.TryGetValue(group, out (CompetitionScore Score, CompetitionScore Benchmark) both))
                {
                    scores[group] = both = (new CompetitionScore(), new CompetitionScore());
                }

                both.Score.Add(one, [.. points[at]]);
                both.Benchmark.Add(one, naive);
            }
        }

        return scores;
    }

    private static double[] Repeated(CompetitionSeries series)
    {
        double[] points = new double[series.Held.Length];
        Array.Fill(points, series.Known.Values[^1]);
        return points;
    }
}
