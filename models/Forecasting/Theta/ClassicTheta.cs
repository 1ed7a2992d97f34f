using ProdSales.Forecasting.Smoothing;

namespace ProdSales.Forecasting.Theta;

/// <summary>The theta method (Assimakopoulos and Nikolopoulos, 2000) of a series without season: simple smoothing with half the slope of the line as drift.</summary>
internal static class ClassicTheta
{
    /// <summary>Forecasts.</summary>
    /// <param name="values">Complete values, at least one.</param>
    /// <param name="smoothed">Simple exponential smoothing of them.</param>
    /// <param name="points">Takes the forecast.</param>
    internal static void Forecast(ReadOnlySpan<double> values, SmoothingFit smoothed, Span<double> points)
    {
        GrowingLine line = default;
        foreach (double value in values)
        {
            line.Add(value);
        }

        double start = (1 - Math.Pow(1 - smoothed.Alpha, values.Length)) / smoothed.Alpha;
        for (int step = 0; step < points.Length; step++)
        {
            points[step] = smoothed.Level + (0.5 * line.Slope * (step + start));
        }
    }
}
