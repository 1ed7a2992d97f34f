namespace ProdSales.Forecasting.Accuracy;

/// <summary>Errors of point forecasts of one series, by the definitions of the M competitions.</summary>
/// <remarks>Forecasts and actuals are laid against each other from the first step on; a step whose actual is missing (not a number) is left out.</remarks>
public static class ForecastError
{
    /// <summary>Symmetric mean absolute percentage error (sMAPE, 对称平均绝对百分比误差): the mean of 200·|y−f|/(|y|+|f|), where 0/0 counts as 0.</summary>
    /// <returns>0 to 200; not a number when no actual is known.</returns>
    /// <exception cref="ArgumentException">The lengths differ: the caller's fault.</exception>
    public static double Smape(ReadOnlySpan<double> actual, ReadOnlySpan<double> forecast)
    {
        RequireSameLength(actual, forecast);
        double sum = 0;
        int known = 0;
        for (int step = 0; step < actual.Length; step++)
        {
            double size = Math.Abs(actual[step]) + Math.Abs(forecast[step]);
            if (!double.IsNaN(actual[step]))
            {
                sum += size == 0 ? 0 : 200 * Math.Abs(actual[step] - forecast[step]) / size;
                known++;
            }
        }

        return sum / known;
    }

    /// <summary>Mean absolute error, in the unit of the series.</summary>
    /// <returns>Not a number when no actual is known.</returns>
    /// <exception cref="ArgumentException">The lengths differ: the caller's fault.</exception>
    public static double MeanAbsolute(ReadOnlySpan<double> actual, ReadOnlySpan<double> forecast)
    {
        RequireSameLength(actual, forecast);
        double sum = 0;
        int known = 0;
        for (int step = 0; step < actual.Length; step++)
        {
            if (!double.IsNaN(actual[step]))
            {
                sum += Math.Abs(actual[step] - forecast[step]);
                known++;
            }
        }

        return sum / known;
    }

    /// <summary>Mean absolute scaled error (MASE): <see cref="MeanAbsolute"/> over <see cref="Scale.Absolute"/> of the history.</summary>
    /// <param name="actual">What came.</param>
    /// <param name="forecast">What was forecast.</param>
    /// <param name="history">What was known when it was forecast.</param>
    /// <param name="period">Steps of a season, at least 1.</param>
    /// <returns>Not a number when no actual is known or the history never changes over a season.</returns>
    /// <exception cref="ArgumentException">The lengths differ: the caller's fault.</exception>
    public static double Mase(ReadOnlySpan<double> actual, ReadOnlySpan<double> forecast, ReadOnlySpan<double> history, int period) =>
        Scale.Absolute(history, period) is var scale and > 0 ? MeanAbsolute(actual, forecast) / scale : double.NaN;

    /// <summary>Root mean squared scaled error (RMSSE): the root of the mean squared error over <see cref="Scale.Squared"/> of the history.</summary>
    /// <returns>Not a number when no actual is known or the history never changes.</returns>
    /// <exception cref="ArgumentException">The lengths differ: the caller's fault.</exception>
    public static double Rmsse(ReadOnlySpan<double> actual, ReadOnlySpan<double> forecast, ReadOnlySpan<double> history)
    {
        RequireSameLength(actual, forecast);
        double sum = 0;
        int known = 0;
        for (int step = 0; step < actual.Length; step++)
        {
            double error = actual[step] - forecast[step];
            sum += double.IsNaN(error) ? 0 : error * error;
            known += double.IsNaN(error) ? 0 : 1;
        }

        return Scale.Squared(history) is var scale and > 0 ? Math.Sqrt(sum / known / scale) : double.NaN;
    }

    private static void RequireSameLength(ReadOnlySpan<double> actual, ReadOnlySpan<double> forecast)
    {
        if (actual.Length != forecast.Length)
        {
            throw new ArgumentException($"{forecast.Length} forecasts are held against {actual.Length} actuals.", nameof(forecast));
        }
    }
}
