using ProdSales.Forecasting.Search;

namespace ProdSales.Forecasting.Theta;

/// <summary>The dynamic optimised theta model (DOTM, 动态优化 Theta) of a series without season.</summary>
internal static class DynamicTheta
{
    private const int Rounds = 5;

    private static readonly Axis[] Axes = [new(0.02, 0.99, 0.06, [0.03, 0.1, 0.2, 0.3, 0.45, 0.6, 0.75, 0.95])];

    /// <summary>Fits and forecasts.</summary>
    /// <param name="values">Complete values, at least four.</param>
    /// <param name="points">Takes the forecast.</param>
    internal static void Forecast(ReadOnlySpan<double> values, Span<double> points)
    {
        int count = values.Length;
        double[] known = new double[count];
        values.CopyTo(known);
        double[] intercepts = new double[count];
        double[] slopes = new double[count];
        GrowingLine line = default;
        for (int t = 0; t < count; t++)
        {
            line.Add(known[t]);
            (intercepts[t], slopes[t]) = (line.Intercept, line.Slope);
        }

        Span<double> best = stackalloc double[4];
        DynamicThetaCost cost = new(known, intercepts, slopes, count);
        LaneSearch.Minimise(ref cost, Axes, Rounds, best);
        cost.Of(Lanes.All(best));
        Continue(line, count, best[0], cost.LineWeight[0], cost.Level[0], points);
    }

    // Beyond the last value the model takes its own forecasts for values.
    private static void Continue(GrowingLine line, int count, double alpha, double weight, double level, Span<double> points)
    {
        double power = Math.Pow(1 - alpha, count);
        for (int step = 0; step < points.Length; step++)
        {
            double point = level + (weight * ((power * line.Intercept) + ((1 - (power * (1 - alpha))) / alpha * line.Slope)));
            points[step] = point;
            line.Add(point);
            level += alpha * (point - level);
            power *= 1 - alpha;
        }
    }
}
