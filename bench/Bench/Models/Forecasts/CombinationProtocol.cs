namespace ProdSales.Bench.Models.Forecasts;

/// <summary>F1: the whole combination on M3, and on every other set that is laid out as M3 is.</summary>
internal sealed class CombinationProtocol : IProtocol
{
    private static readonly Dictionary<string, Bar> M3 = new(StringComparer.Ordinal)
    {
        [""] = Bar.AtMost(0.850, 0.825, 0.810),
        ["YEARLY"] = Bar.AtMost(null, 0.86, null),
        ["QUARTERLY"] = Bar.AtMost(null, 0.88, null),
        ["MONTHLY"] = Bar.AtMost(null, 0.805, null),
        ["OTHER"] = Bar.AtMost(null, 0.65, null),
    };

    /// <inheritdoc/>
    public string Id => "F1";

    /// <inheritdoc/>
    public string Question => "OWA of the combination against Naive2, series whose test values are there; each set in the layout of M3.";

    /// <inheritdoc/>
    public string? Absence(DataFolder data) => CompetitionSet.Of(data).Any() ? null : "no folder holds NAME_series.csv and NAME_values.csv";

    /// <inheritdoc/>
    public IEnumerable<Figure> Measure(DataFolder data)
    {
        foreach (string set in CompetitionSet.Of(data))
        {
            List<CompetitionSeries> series = CompetitionSet.Read(data, set);
            string name = set.Split('/')[^1];
            foreach ((string group, (CompetitionScore score, CompetitionScore benchmark)) in CompetitionRun.Scores(series, [.. CompetitionRun.Combined(series).Select(result => result.Points)]))
            {
                Bar? bar = name == "M3" ? M3.GetValueOrDefault(group) : null;
                string note = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{score.Count} series; sMAPE {score.Smape:0.00}, MASE {score.Mase:0.000}; Naive2 {benchmark.Smape:0.00}, {benchmark.Mase:0.000}");
                yield return new Figure($"{name} OWA{(group.Length == 0 ? "" : $", {group.ToLowerInvariant()}")}", score.Owa(benchmark), bar, note);
            }
        }
    }
}
