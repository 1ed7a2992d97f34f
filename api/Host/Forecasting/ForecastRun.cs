using ProdSales.Forecasting;
using ProdSales.Forecasting.Intervals;

namespace ProdSales.Host.Forecasting;

/// <summary>Forecasts a table batch by batch on all processors; the results are the same whatever their number.</summary>
internal static class ForecastRun
{
    private const int Batch = 256;

    // So many series at most are forecast from their own past to learn how wide intervals must be.
    private const int CalibrationSeries = 1000;
    private const int CalibrationOrigins = 3;

    /// <summary>Runs to the end; nothing is left at the target otherwise.</summary>
    internal static ForecastSummary Run(ForecastRequest request, CancellationToken cancellation)
    {
        using SeriesTable table = SeriesTable.Open(request.Source, request.Columns, cancellation);
        ConformalCalibration past = Calibrate(table, request, cancellation);
        ConformalFactors factors = past.Factors();
        (int series, int mended) = (0, 0);
        using ForecastTable results = ForecastTable.Begin(table, request, factors);
        foreach (StagedSeries[] batch in table.Read(cancellation).Chunk(Batch))
        {
            ForecastResult[] forecasts = new ForecastResult[batch.Length];
            InParallel(batch.Length, (forecaster, at) => forecasts[at] = forecaster.Forecast(new Series(batch[at].Name, batch[at].Values, request.Period), request.Horizon), cancellation);
            for (int at = 0; at < batch.Length; at++)
            {
                results.Add(batch[at], forecasts[at]);
                mended += forecasts[at].Guards.Count > 0 ? 1 : 0;
                series++;
            }
        }

        results.Deliver(cancellation);
        return new ForecastSummary(series, mended, past.Count);
    }

    private static ConformalCalibration Calibrate(SeriesTable table, ForecastRequest request, CancellationToken cancellation)
    {
        int every = Math.Max(1, (table.Count + CalibrationSeries - 1) / CalibrationSeries);
        ConformalCalibration whole = new();
        foreach (StagedSeries[] batch in table.Read(cancellation).Where((_, at) => at % every == 0).Chunk(Batch))
        {
            ConformalCalibration[] parts = [.. batch.Select(_ => new ConformalCalibration())];
            InParallel(batch.Length, (forecaster, at) => parts[at].Backtest(forecaster, new Series(batch[at].Name, batch[at].Values, request.Period), request.Horizon, CalibrationOrigins), cancellation);
            foreach (ConformalCalibration part in parts)
            {
                whole.Add(part);
            }
        }

        return whole;
    }

    private static void InParallel(int count, Action<Forecaster, int> work, CancellationToken cancellation)
    {
        ParallelOptions options = new() { CancellationToken = cancellation, MaxDegreeOfParallelism = Environment.ProcessorCount };
        Parallel.For(
            0,
            count,
            options,
            () => new Forecaster(),
            (at, _, forecaster) =>
            {
                work(forecaster, at);
                return forecaster;
            },
            _ => { });
    }
}
