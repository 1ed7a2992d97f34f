namespace ProdSales.Forecasting.Seasonality;

/// <summary>
/// A series without its season. The indices weigh recent seasons more and are shrunk towards none by how much of their spread is noise (James and Stein), so
/// that no test has to decide whether there is a season at all.
/// </summary>
/// <remarks>Positive series have factors, others amounts. Decay and shrinkage were chosen on rolling origins inside the training parts of M3 (docs/decisions/0025).</remarks>
internal sealed class SeasonalAdjustment
{
    private const double DecayOfASeason = 0.85;

    private readonly double[] _season;
    private readonly bool _isFactor;

    private SeasonalAdjustment(double[] adjusted, double[] season, bool isFactor)
    {
        (Adjusted, _season, _isFactor) = (adjusted, season, isFactor);
    }

    /// <summary>Gets the adjusted values.</summary>
    internal double[] Adjusted { get; }

    /// <summary>Adjusts; a series of fewer than two seasons and two values stays as it is.</summary>
    /// <param name="values">Complete values.</param>
    /// <param name="period">Steps of a season; 1 for none.</param>
    internal static SeasonalAdjustment Of(double[] values, int period)
    {
        if (period < 2 || values.Length < (2 * period) + 2)
        {
            return new SeasonalAdjustment(values, [], false);
        }

        bool isFactor = values.Min() > 0;
        double[] season = Shrunk(values, period, isFactor);
        double[] adjusted = new double[values.Length];
        for (int t = 0; t < values.Length; t++)
        {
            adjusted[t] = isFactor ? values[t] / season[t % period] : values[t] - season[t % period];
        }

        return new SeasonalAdjustment(adjusted, season, isFactor);
    }

    /// <summary>Gives points that follow the series their season back.</summary>
    internal void Restore(Span<double> points)
    {
        for (int step = 0; step < points.Length && _season.Length > 0; step++)
        {
            double index = _season[(Adjusted.Length + step) % _season.Length];
            points[step] = _isFactor ? points[step] * index : points[step] + index;
        }
    }

    private static double[] Shrunk(double[] values, int period, bool isFactor)
    {
        double[] deviations = Deviations(values, period, isFactor);
        double[] season = new double[period];
        double noise = 0;
        int degrees = -period;
        for (int step = 0; step < period; step++)
        {
            (season[step], double squares, int count) = Recent(deviations, step, period);
            noise += squares;
            degrees += count;
        }

        double mean = season.Average();
        double spread = 0;
        for (int step = 0; step < period; step++)
        {
            season[step] -= mean;
            spread += season[step] * season[step] / (period - 1);
        }

        double ofMeans = noise / Math.Max(1, degrees) / ((degrees + period) / (double)period);
        double kept = spread > 0 ? Math.Max(0, 1 - (ofMeans / spread)) : 0;
        for (int step = 0; step < period; step++)
        {
            season[step] = isFactor ? Math.Exp(kept * season[step]) : kept * season[step];
        }

        return season;
    }

    // How each value departs from the moving average of one season around it; not a number at both ends.
    private static double[] Deviations(double[] values, int period, bool isFactor)
    {
        int half = period / 2;
        double[] sums = new double[values.Length + 1];
        for (int t = 0; t < values.Length; t++)
        {
            sums[t + 1] = sums[t] + values[t];
        }

        double[] deviations = new double[values.Length];
        Array.Fill(deviations, double.NaN);
        for (int t = half; t < values.Length - half; t++)
        {
            double window = sums[t + half + 1] - sums[t - half];
            double trend = period % 2 == 1 ? window / period : (window - (0.5 * (values[t - half] + values[t + half]))) / period;
            deviations[t] = isFactor ? Math.Log(values[t] / trend) : values[t] - trend;
        }

        return deviations;
    }

    // The mean of one step of the season, recent seasons weighing more, and the squares about its plain mean.
    private static (double Mean, double Squares, int Count) Recent(double[] deviations, int step, int period)
    {
        double weight = 1;
        double weights = 0;
        double weighted = 0;
        double plain = 0;
        int count = 0;
        int last = step + ((deviations.Length - 1 - step) / period * period);
        for (int t = last; t >= 0; t -= period)
        {
            if (!double.IsNaN(deviations[t]))
            {
                weighted += weight * deviations[t];
                weights += weight;
                weight *= DecayOfASeason;
                plain += deviations[t];
                count++;
            }
        }

        double squares = 0;
        for (int t = step; t < deviations.Length; t += period)
        {
            double off = deviations[t] - (plain / count);
            squares += double.IsNaN(off) ? 0 : off * off;
        }

        return (weighted / weights, squares, count);
    }
}
