using ProdSales.Forecasting;
using ProdSales.Forecasting.Intervals;

namespace ProdSales.Bench.Models.Forecasts;

/// <summary>F7: series a second of processor time, combination and intervals, on one thread after warming up.</summary>
internal sealed class SpeedProtocol : IProtocol
{
    private const int Runs = 3;

    /// <inheritdoc/>
    public string Id => "F7";

    /// <inheritdoc/>
    public string Question => "Series a second of processor time on one thread, M3 monthly, points and two intervals a step (the hierarchy's seconds are under F9).";

    /// <inheritdoc/>
    public string? Absence(DataFolder data) => CompetitionSet.Named(data, "M3") is null ? "M3_series.csv and M3_values.csv are not there" : null;

    /// <inheritdoc/>
    public IEnumerable<Figure> Measure(DataFolder data)
    {
        List<CompetitionSeries> series = [.. CompetitionSet.Read(data, CompetitionSet.Named(data, "M3")!).Where(one => one.Group == "MONTHLY")];
        Forecaster forecaster = new();
        double seconds = Enumerable.Range(0, Runs + 1).Select(_ => Seconds(() => Forecast(forecaster, series))).Skip(1).Min();
        yield return new Figure("M3 monthly, series a second", series.Count / seconds, Bar.AtLeast(50, 200, 500), $"{series.Count} series, best of {Runs} runs");
    }

    private static void Forecast(Forecaster forecaster, List<CompetitionSeries> series)
    {
        foreach (CompetitionSeries one in series)
        {
            ForecastResult result = forecaster.Forecast(one.Known, one.Held.Length);
            for (int step = 1; step <= one.Held.Length; step++)
            {
                ConformalFactors.Borrowed.Around(result, step, 0.95);
                ConformalFactors.Borrowed.Around(result, step, 0.80);
            }
        }
    }

    private static double Seconds(Action work)
    {
        GC.Collect();
        TimeSpan before = Environment.CpuUsage.TotalTime;
        work();
        return (Environment.CpuUsage.TotalTime - before).TotalSeconds;
    }
}
