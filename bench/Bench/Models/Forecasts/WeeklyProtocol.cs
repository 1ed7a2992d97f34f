using ProdSales.Forecasting;

namespace ProdSales.Bench.Models.Forecasts;

/// <summary>F4: the weekly series of M4 with a season of 52 weeks, and the hourly ones with seasons of a day and a week.</summary>
internal sealed class WeeklyProtocol : IProtocol
{
    // Published means of the official Naive2: sMAPE and MASE.
    private static readonly (string Name, int Period, int Scale, int Horizon, double Smape, double Mase, Bar? Bar)[] Sets =
    [
        ("Weekly", 52, 1, 13, 9.161, 2.777, Bar.AtMost(0.93, 0.857, 0.78)),
        ("Hourly", 24, 24, 48, 18.383, 2.395, null),
    ];

    /// <inheritdoc/>
    public string Id => "F4";

    /// <inheritdoc/>
    public string Question =>
        "OWA on M4 weekly (and hourly, as an extra), against the published means of Naive2; without the test file the last steps of the training part are held out and Naive2 is our own.";

    /// <inheritdoc/>
    public string? Absence(DataFolder data) => data.Has("m4/Weekly-train.csv") || data.Has("m4/Hourly-train.csv") ? null : "m4/Weekly-train.csv is not there";

    /// <inheritdoc/>
    public IEnumerable<Figure> Measure(DataFolder data)
    {
        foreach ((string name, int period, int scale, int horizon, double smape, double mase, Bar? bar) in Sets.Where(set => data.Has($"m4/{set.Name}-train.csv")))
        {
            (List<CompetitionSeries> series, bool isOfficial) = WideSet.Read(data, name, period, scale, horizon);
            List<ForecastResult> results = CompetitionRun.Combined(series);
            (CompetitionScore score, CompetitionScore benchmark) = CompetitionRun.Scores(series, [.. results.Select(result => result.Points)])[""];
            double owa = isOfficial ? 0.5 * ((score.Smape / smape) + (score.Mase / mase)) : score.Owa(benchmark);
            string split = isOfficial ? "official test part" : "no test file: last steps of the training part, which members were chosen on too";
            string note = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{score.Count} series; {split}; sMAPE {score.Smape:0.00}, MASE {score.Mase:0.000}");
            yield return new Figure($"M4 {name} OWA", owa, bar, note);
        }
    }
}
