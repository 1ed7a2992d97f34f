namespace ProdSales.Forecasting.Smoothing;

/// <summary>An exponential smoothing with its parameters and last states.</summary>
internal sealed class SmoothingFit
{
    /// <summary>Gets the form.</summary>
    internal required SmoothingForm Form { get; init; }

    /// <summary>Gets −2 log likelihood but for a constant.</summary>
    internal required double Cost { get; init; }

    /// <summary>Gets alpha.</summary>
    internal required double Alpha { get; init; }

    /// <summary>Gets beta over alpha.</summary>
    internal required double TrendShare { get; init; }

    /// <summary>Gets the damping, 1 where the trend goes on.</summary>
    internal required double Damping { get; init; }

    /// <summary>Gets the last level.</summary>
    internal required double Level { get; init; }

    /// <summary>Gets the last trend.</summary>
    internal required double Trend { get; init; }

    /// <summary>Gets the last season, by phase of the first value; empty without one.</summary>
    internal required double[] Season { get; init; }

    /// <summary>Writes the forecast that follows a series of <paramref name="count"/> values.</summary>
    internal void Forecast(int count, Span<double> points)
    {
        double damped = 0;
        double power = 1;
        for (int step = 0; step < points.Length; step++)
        {
            power *= Damping;
            damped += power;
            double size = Level + (damped * Trend);
            points[step] = Form.Season switch
            {
                SeasonForm.None => size,
                SeasonForm.Added => size + Season[(count + step) % Season.Length],
                _ => size * Season[(count + step) % Season.Length],
            };
        }
    }
}
