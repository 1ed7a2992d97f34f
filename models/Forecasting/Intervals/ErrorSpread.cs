using ProdSales.Forecasting.Members;
using ProdSales.Forecasting.Smoothing;

namespace ProdSales.Forecasting.Intervals;

/// <summary>
/// How large an error is to be expected at each step, before conformal factors: what a damped trend leaves over, how far the adjusted series moves in one step and in
/// so many steps, and its level, as a geometric mean; and beside it how far members disagree.
/// </summary>
/// <remarks>The exponents were chosen on rolling origins inside the training parts of M3, by the interval score (docs/decisions/0025).</remarks>
internal static class ErrorSpread
{
    private const double MoveShare = 0.4;
    private const double MoveOfStepsShare = 0.5;
    private const double LevelShare = 0.3;
    private const double LevelToError = 0.1;

    // Means of fewer moves than this say less than the step before.
    private const int FewestMoves = 3;

    /// <summary>Writes the spread of each step.</summary>
    /// <param name="input">The history.</param>
    /// <param name="points">The combined points.</param>
    /// <param name="said">What each member said.</param>
    /// <param name="spreads">Takes the spreads.</param>
    internal static void Of(MemberInput input, ReadOnlySpan<double> points, double[][] said, Span<double> spreads)
    {
        double[] adjusted = input.Adjustment.Adjusted;
        double least = 1e-9 * adjusted.Average(Math.Abs);
        DampedTrend(input, adjusted, spreads);
        double move = MeanMove(adjusted, 1);
        double moveOfSteps = move;
        for (int step = 0; step < spreads.Length; step++)
        {
            moveOfSteps = adjusted.Length - step - 1 >= FewestMoves ? MeanMove(adjusted, step + 1) : moveOfSteps;
            double logs = Log(spreads[step], least) + (MoveShare * Log(move * Math.Sqrt(step + 1), least)) + (MoveOfStepsShare * Log(moveOfSteps, least))
                + (LevelShare * Log(LevelToError * Math.Abs(points[step]), least));
            double spread = Math.Exp(logs / (1 + MoveShare + MoveOfStepsShare + LevelShare));
            spreads[step] = Math.Sqrt((spread * spread) + Disagreement(said, points[step], step));
        }
    }

    // The standard deviation that grows with the step as the states of the trend take up errors.
    private static void DampedTrend(MemberInput input, double[] adjusted, Span<double> spreads)
    {
        SmoothingFit fit = input.Smooth(adjusted, TrendForm.Damped);
        double variance = Math.Exp(fit.Cost / adjusted.Length) / adjusted.Length;
        double sum = 1;
        double power = 0;
        double damped = 1;
        for (int step = 0; step < spreads.Length; step++)
        {
            spreads[step] = Math.Sqrt(variance * sum);
            damped *= fit.Damping;
            power += damped;
            double gain = fit.Alpha * (1 + (fit.TrendShare * power));
            sum += gain * gain;
        }
    }

    private static double Log(double value, double least) => Math.Log(Math.Max(value, least));

    private static double MeanMove(double[] values, int steps)
    {
        double sum = 0;
        for (int t = steps; t < values.Length; t++)
        {
            sum += Math.Abs(values[t] - values[t - steps]);
        }

        return sum / (values.Length - steps);
    }

    private static double Disagreement(double[][] said, double point, int step)
    {
        double sum = 0;
        foreach (double[] member in said)
        {
            sum += (member[step] - point) * (member[step] - point);
        }

        return sum / said.Length;
    }
}
