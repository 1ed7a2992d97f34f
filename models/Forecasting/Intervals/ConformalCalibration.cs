namespace ProdSales.Forecasting.Intervals;

/// <summary>Gathers errors of past forecasts into interval factors. Of one thread.</summary>
public sealed class ConformalCalibration
{
    private const int FewestKnown = 8;

    private readonly Dictionary<(int Period, int Step), List<double>> _ratios = [];

    /// <summary>Gets how many errors were gathered.</summary>
    public int Count { get; private set; }

    /// <summary>Takes up what came after a forecast.</summary>
    /// <param name="result">The forecast.</param>
    /// <param name="actual">What came, from the first step on; missing values are left out, and so are steps without a spread.</param>
    public void Add(ForecastResult result, ReadOnlySpan<double> actual)
    {
        ArgumentNullException.ThrowIfNull(result);
        for (int step = 0; step < Math.Min(actual.Length, result.Points.Count); step++)
        {
            double ratio = Math.Abs(actual[step] - result.Points[step]) / result.Spreads[step];
            if (double.IsFinite(ratio))
            {
                Add(result.Period, step + 1, ratio);
            }
        }
    }

    /// <summary>Takes up what another calibration gathered.</summary>
    public void Add(ConformalCalibration other)
    {
        ArgumentNullException.ThrowIfNull(other);
        foreach (((int period, int step), List<double> ratios) in other._ratios)
        {
            foreach (double ratio in ratios)
            {
                Add(period, step, ratio);
            }
        }
    }

    /// <summary>Forecasts a series from origins in its own past, and takes up the errors. Series too short for that are left out.</summary>
    /// <param name="forecaster">Forecasts.</param>
    /// <param name="series">The series.</param>
    /// <param name="horizon">Steps to forecast.</param>
    /// <param name="origins">How many origins at most, at least 1; each lies a horizon before the next, the last a horizon before the end, or less where the series is too short for that.</param>
    public void Backtest(Forecaster forecaster, Series series, int horizon, int origins)
    {
        ArgumentNullException.ThrowIfNull(forecaster);
        ArgumentNullException.ThrowIfNull(series);
        int least = Math.Max(FewestKnown, (2 * series.Period) + 2);
        for (int origin = 1; origin <= origins; origin++)
        {
            int known = series.Values.Length - (origin * horizon);
            known = origin == 1 ? Math.Max(known, least) : known;
            if (known < least || known >= series.Values.Length)
            {
                return;
            }

            int came = Math.Min(horizon, series.Values.Length - known);
            Add(forecaster.Forecast(series with { Values = series.Values[..known] }, horizon), series.Values.AsSpan(known, came));
        }
    }

    /// <summary>The factors that follow from what was gathered.</summary>
    public ConformalFactors Factors() => new(
        _ratios.ToDictionary(entry => entry.Key, entry => entry.Value.Order().ToArray()),
        _ratios.GroupBy(entry => entry.Key.Period).ToDictionary(period => period.Key, period => period.SelectMany(entry => entry.Value).Order().ToArray()));

    private void Add(int period, int step, double ratio)
    {
        if (!_ratios.TryGetValue((period, step), out List<double>? ratios))
        {
            _ratios[(period, step)] = ratios = [];
        }

        ratios.Add(ratio);
        Count++;
    }
}
