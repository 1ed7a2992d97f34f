using ProdSales.Forecasting.Accuracy;

namespace ProdSales.Bench.Models.Forecasts;

/// <summary>Means of sMAPE and MASE over series.</summary>
internal sealed class CompetitionScore
{
    private double _smape;
    private double _mase;
    private int _scaled;

    /// <summary>Gets the number of series.</summary>
    internal int Count { get; private set; }

    /// <summary>Gets the mean sMAPE.</summary>
    internal double Smape => _smape / Count;

    /// <summary>Gets the mean MASE over the series that have a scale.</summary>
    internal double Mase => _mase / _scaled;

    /// <summary>Takes up a forecast of a series.</summary>
    internal void Add(CompetitionSeries series, ReadOnlySpan<double> points)
    {
        _smape += ForecastError.Smape(series.Held, points);
        Count++;
        if (ForecastError.Mase(series.Held, points, series.Known.Values, series.Scale) is var mase && double.IsFinite(mase))
        {
            _mase += mase;
            _scaled++;
        }
    }

    /// <summary>The overall weighted average (OWA) against a benchmark: the mean of the ratios of the means.</summary>
    internal double Owa(CompetitionScore benchmark) => 0.5 * ((Smape / benchmark.Smape) + (Mase / benchmark.Mase));
}
