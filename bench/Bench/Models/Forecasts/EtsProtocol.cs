using ProdSales.Forecasting.Members;

namespace ProdSales.Bench.Models.Forecasts;

/// <summary>F3: ETS alone on every fourth series of M3.</summary>
internal sealed class EtsProtocol : IProtocol
{
    private const int Every = 4;

    /// <inheritdoc/>
    public string Id => "F3";

    /// <inheritdoc/>
    public string Question => "OWA of ETS alone on the series of M3 whose index is a multiple of 4.";

    /// <inheritdoc/>
    public string? Absence(DataFolder data) => CompetitionSet.Named(data, "M3") is null ? "M3_series.csv and M3_values.csv are not there" : null;

    /// <inheritdoc/>
    public IEnumerable<Figure> Measure(DataFolder data)
    {
        List<CompetitionSeries> series = [.. CompetitionSet.Read(data, CompetitionSet.Named(data, "M3")!).Where(one => one.Index % Every == 0)];
        foreach ((IMember member, Bar? bar) in ((IMember, Bar?)[])[(new EtsMember(isAveraged: true), Bar.AtMost(0.885, 0.860, 0.847)), (new EtsMember(isAveraged: false), null)])
        {
            (CompetitionScore score, CompetitionScore benchmark) = CompetitionRun.Scores(series, CompetitionRun.By(member, series))[""];
            yield return new Figure($"M3 OWA, {member.Name}", score.Owa(benchmark), bar, $"{score.Count} series");
        }
    }
}
