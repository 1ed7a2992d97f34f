using ProdSales.Forecasting.Search;

namespace ProdSales.Forecasting.Ces;

/// <summary>Complex exponential smoothing (CES, 复指数平滑) of a series without season.</summary>
internal static class ComplexSmoothing
{
    private const int Rounds = 7;

    private static readonly Axis[] Axes =
    [
        new(0.05, 2.45, 0.15, [0.6, 0.9, 1.1, 1.3, 1.5, 1.7, 1.9, 2.1]),
        new(0.0, 2.0, 0.02, [0.9, 0.97, 0.99, 1.0, 1.01, 1.03, 1.07, 1.15]),
    ];

    /// <summary>Fits and forecasts.</summary>
    /// <param name="values">Complete values, at least four.</param>
    /// <param name="points">Takes the forecast.</param>
    internal static void Forecast(ReadOnlySpan<double> values, Span<double> points)
    {
        double[] known = new double[values.Length];
        values.CopyTo(known);
        Span<double> best = stackalloc double[4];
        ComplexSmoothingCost cost = new(known, known.Length);
        LaneSearch.Minimise(ref cost, Axes, Rounds, best);
        cost.Of(Lanes.All(best));
        double level = cost.Level[0];
        double information = cost.Information[0];
        for (int step = 0; step < points.Length; step++)
        {
            points[step] = level;
            (level, information) = (level - ((1 - best[1]) * information), level + ((1 - best[0]) * information));
        }
    }
}
