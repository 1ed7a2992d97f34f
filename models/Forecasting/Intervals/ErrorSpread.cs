using ProdSales.Forecasting.Members;
using ProdSales.Forecasting.Smoothing;

namespace ProdSales.Forecasting.Intervals;

/// <summary>How large an error is to be expected at each step, before conformal factors.</summary>
internal static class ErrorSpread
{
    /// <summary>The standard deviation that a damped trend of the adjusted series leaves, as it grows with the step, in proportion to the season.</summary>
    internal static void Of(MemberInput input, ReadOnlySpan<double> points, Span<double> spreads)
    {
        double[] adjusted = input.Adjustment.Adjusted;
        SmoothingFit fit = input.Smooth(adjusted, TrendForm.Damped);
        double variance = Math.Exp(fit.Cost / adjusted.Length) / adjusted.Length;
        double sum = 1;
        double power = 0;
        double damped = 1;
        for (int step = 0; step < spreads.Length; step++)
        {
            spreads[step] = Math.Sqrt(Math.Max(variance * sum, 0));
            damped *= fit.Damping;
            power += damped;
            double gain = fit.Alpha * (1 + (fit.TrendShare * power));
            sum += gain * gain;
        }
    }
}
