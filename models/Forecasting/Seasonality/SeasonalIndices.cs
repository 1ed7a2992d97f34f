namespace ProdSales.Forecasting.Seasonality;

/// <summary>Classical decomposition: what each step of a season adds to the level, or multiplies it by.</summary>
public static class SeasonalIndices
{
    /// <summary>The indices as factors, of mean 1.</summary>
    /// <param name="values">Complete positive values, at least two seasons.</param>
    /// <param name="period">Steps of a season, at least 2.</param>
    /// <returns>One factor a step; the first belongs to the first value.</returns>
    public static double[] Factors(ReadOnlySpan<double> values, int period)
    {
        double[] indices = Means(values, period, static (value, trend) => value / trend);
        double mean = indices.Average();
        for (int step = 0; step < period; step++)
        {
            indices[step] /= mean;
        }

        return indices;
    }

    /// <summary>The indices as amounts, of mean 0.</summary>
    /// <param name="values">Complete values, at least two seasons.</param>
    /// <param name="period">Steps of a season, at least 2.</param>
    /// <returns>One amount a step; the first belongs to the first value.</returns>
    public static double[] Amounts(ReadOnlySpan<double> values, int period)
    {
        double[] indices = Means(values, period, static (value, trend) => value - trend);
        double mean = indices.Average();
        for (int step = 0; step < period; step++)
        {
            indices[step] -= mean;
        }

        return indices;
    }

    private static double[] Means(ReadOnlySpan<double> values, int period, Func<double, double, double> detrend)
    {
        double[] sums = new double[period];
        int[] counts = new int[period];
        int half = period / 2;
        double window = 0;
        for (int t = 0; t < Math.Min((2 * half) + 1, values.Length); t++)
        {
            window += values[t];
        }

        // An even period takes both ends of its window by half.
        for (int t = half; t < values.Length - half; t++)
        {
            double trend = period % 2 == 1 ? window / period : (window - (0.5 * (values[t - half] + values[t + half]))) / period;
            sums[t % period] += detrend(values[t], trend);
            counts[t % period]++;
            window += (t + half + 1 < values.Length ? values[t + half + 1] : 0) - values[t - half];
        }

        for (int step = 0; step < period; step++)
        {
            sums[step] /= counts[step];
        }

        return sums;
    }
}
