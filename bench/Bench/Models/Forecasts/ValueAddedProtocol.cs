using ProdSales.Forecasting.Accuracy;
using ProdSales.Forecasting.Members;

namespace ProdSales.Bench.Models.Forecasts;

/// <summary>F6: how often, and by how much, the combination is better than the seasonal naive forecast.</summary>
internal sealed class ValueAddedProtocol : IProtocol
{
    /// <inheritdoc/>
    public string Id => "F6";

    /// <inheritdoc/>
    public string Question => "Forecast value added: share of series with a lower mean absolute error than seasonal naive, and the geometric mean of the ratio of errors.";

    /// <inheritdoc/>
    public string? Absence(DataFolder data) => CompetitionSet.Of(data).Any() ? null : "no folder holds NAME_series.csv and NAME_values.csv";

    /// <inheritdoc/>
    public IEnumerable<Figure> Measure(DataFolder data)
    {
        foreach (string set in CompetitionSet.Of(data))
        {
            string name = set.Split('/')[^1];
            bool isM3 = name == "M3";
            List<CompetitionSeries> series = CompetitionSet.Read(data, set);
            double[][] ours = [.. CompetitionRun.Combined(series).Select(result => result.Points.ToArray())];
            List<double[]> naive = CompetitionRun.By(new SeasonalNaiveMember(), series);
            double[] ratios = [.. series.Select((one, at) => ForecastError.MeanAbsolute(one.Held, ours[at]) / ForecastError.MeanAbsolute(one.Held, naive[at]))];
            double[] monthly = [.. ratios.Where((_, at) => series[at].Group == "MONTHLY")];
            yield return new Figure($"{name} share better, monthly", Share(monthly), isM3 ? Bar.AtLeast(0.70, 0.77, 0.80) : null, $"{monthly.Length} series");
            yield return new Figure($"{name} share better, all", Share(ratios), isM3 ? Bar.AtLeast(0.64, 0.70, 0.73) : null, $"{ratios.Length} series");
            yield return new Figure($"{name} geometric mean of relative MAE", Geometric(ratios), isM3 ? Bar.AtMost(0.78, 0.72, 0.70) : null, "series with an error in both");
        }
    }

    private static double Share(double[] ratios) => (double)ratios.Count(ratio => ratio < 1) / ratios.Length;

    private static double Geometric(double[] ratios) => Math.Exp(ratios.Where(ratio => ratio > 0 && double.IsFinite(ratio)).Average(ratio => Math.Log(ratio)));
}
