using ProdSales.Forecasting;
using ProdSales.Forecasting.Accuracy;

namespace ProdSales.Bench.Models.Forecasts;

/// <summary>F2: squared errors over all sets together.</summary>
internal sealed class PooledErrorProtocol : IProtocol
{
    private static readonly string[] Whole = ["M1", "M3", "TOURISM"];

    /// <inheritdoc/>
    public string Id => "F2";

    /// <inheritdoc/>
    public string Question => "Mean RMSSE over the series of all sets in the layout of M3; the steps are for M1, M3 and Tourism together.";

    /// <inheritdoc/>
    public string? Absence(DataFolder data) => CompetitionSet.Of(data).Any() ? null : "no folder holds NAME_series.csv and NAME_values.csv";

    /// <inheritdoc/>
    public IEnumerable<Figure> Measure(DataFolder data)
    {
        List<double> pooled = [];
        List<string> names = [];
        foreach (string set in CompetitionSet.Of(data))
        {
            List<CompetitionSeries> series = CompetitionSet.Read(data, set);
            List<ForecastResult> results = CompetitionRun.Combined(series);
            double[] errors = [.. series.Select((one, at) => ForecastError.Rmsse(one.Held, [.. results[at].Points], one.Known.Values)).Where(double.IsFinite)];
            names.Add(set.Split('/')[^1].ToUpperInvariant());
            pooled.AddRange(errors);
            yield return new Figure($"{names[^1]} mean RMSSE", errors.Average(), null, $"{errors.Length} series");
        }

        bool isWhole = Whole.All(names.Contains);
        yield return new Figure("pooled mean RMSSE", pooled.Average(), isWhole ? Bar.AtMost(1.92, 1.858, 1.82) : null, string.Join(", ", names));
    }
}
