namespace ProdSales.Forecasting.Accuracy;

/// <summary>Errors that add up over series, for planners: each step weighs by its amount.</summary>
public static class DemandError
{
    /// <summary>Weighted absolute percentage error (WAPE): the sum of absolute errors over the sum of absolute actuals.</summary>
    /// <returns>Not a number when nothing came; a ratio otherwise.</returns>
    public static double Wape(ReadOnlySpan<double> actual, ReadOnlySpan<double> forecast)
    {
        (double errors, _, double amount) = Sums(actual, forecast);
        return amount > 0 ? errors / amount : double.NaN;
    }

    /// <summary>Bias: the sum of forecast minus actual over the sum of absolute actuals; above 0 when too much was forecast.</summary>
    /// <returns>Not a number when nothing came; a ratio otherwise.</returns>
    public static double Bias(ReadOnlySpan<double> actual, ReadOnlySpan<double> forecast)
    {
        (_, double signed, double amount) = Sums(actual, forecast);
        return amount > 0 ? signed / amount : double.NaN;
    }

    /// <summary>Forecast value added (FVA, 预测增值): by how much the WAPE is lower than that of a simpler forecast.</summary>
    /// <returns>Above 0 when the forecast is better; not a number when nothing came.</returns>
    public static double ValueAdded(ReadOnlySpan<double> actual, ReadOnlySpan<double> forecast, ReadOnlySpan<double> simpler) =>
        Wape(actual, simpler) - Wape(actual, forecast);

    private static (double Errors, double Signed, double Amount) Sums(ReadOnlySpan<double> actual, ReadOnlySpan<double> forecast)
    {
        if (actual.Length != forecast.Length)
        {
            throw new ArgumentException($"{forecast.Length} forecasts are held against {actual.Length} actuals.", nameof(forecast));
        }

        (double errors, double signed, double amount) = (0, 0, 0);
        for (int step = 0; step < actual.Length; step++)
        {
            if (!double.IsNaN(actual[step]))
            {
                errors += Math.Abs(forecast[step] - actual[step]);
                signed += forecast[step] - actual[step];
                amount += Math.Abs(actual[step]);
            }
        }

        return (errors, signed, amount);
    }
}
