namespace ProdSales.Forecasting.Seasonality;

/// <summary>Whether a series has a season, by the rule of the M4 competition's benchmark code.</summary>
public static class SeasonalTest
{
    private const double Critical = 1.645;

    /// <summary>Whether the autocorrelation at one season stands out at 90 %.</summary>
    /// <param name="values">Complete values.</param>
    /// <param name="period">Steps of a season, at least 1.</param>
    /// <returns>False for a period of 1, for fewer than three seasons, and for a series that never changes.</returns>
    public static bool IsSeasonal(ReadOnlySpan<double> values, int period)
    {
        int n = values.Length;

        // R's acf, which the rule is written in, gives no more than 10·log10(n) lags.
        if (period < 2 || n < 3 * period || period > 10 * Math.Log10(n))
        {
            return false;
        }

        double mean = 0;
        foreach (double value in values)
        {
            mean += value / n;
        }

        double variance = Autocovariance(values, mean, 0);
        double squares = 0;
        for (int lag = 1; lag < period; lag++)
        {
            double correlation = Autocovariance(values, mean, lag) / variance;
            squares += correlation * correlation;
        }

        return Math.Abs(Autocovariance(values, mean, period) / variance) > Critical * Math.Sqrt((1 + (2 * squares)) / n);
    }

    private static double Autocovariance(ReadOnlySpan<double> values, double mean, int lag)
    {
        double sum = 0;
        for (int t = lag; t < values.Length; t++)
        {
            sum += (values[t] - mean) * (values[t - lag] - mean);
        }

        return sum;
    }
}
