using ProdSales.Forecasting.Intervals;

namespace ProdSales.Forecasting.Accuracy;

/// <summary>How good intervals were.</summary>
public static class IntervalError
{
    /// <summary>Mean scaled interval score (MSIS, 平均缩放区间得分): the mean width, and what was missed forty-fold at 95 % (2 over alpha), over <see cref="Scale.Absolute"/>.</summary>
    /// <param name="actual">What came; missing values are left out.</param>
    /// <param name="intervals">The intervals, one a step.</param>
    /// <param name="level">Their level, as in 0.95.</param>
    /// <param name="history">What was known when they were made.</param>
    /// <param name="period">Steps of a season, at least 1.</param>
    /// <returns>Less is better; not a number when no actual is known or the history never changes over a season.</returns>
    public static double Msis(ReadOnlySpan<double> actual, ReadOnlySpan<Interval> intervals, double level, ReadOnlySpan<double> history, int period)
    {
        double penalty = 2 / (1 - level);
        double sum = 0;
        int known = 0;
        for (int step = 0; step < actual.Length; step++)
        {
            if (!double.IsNaN(actual[step]))
            {
                (double low, double high) = (intervals[step].Low, intervals[step].High);
                sum += high - low + (penalty * (Math.Max(0, low - actual[step]) + Math.Max(0, actual[step] - high)));
                known++;
            }
        }

        return Scale.Absolute(history, period) is var scale and > 0 ? sum / known / scale : double.NaN;
    }

    /// <summary>The share of values that lie within their interval (coverage, 覆盖率); the absolute coverage difference (ACD) is its distance from the level.</summary>
    /// <returns>0 to 1; not a number when no actual is known.</returns>
    public static double Coverage(ReadOnlySpan<double> actual, ReadOnlySpan<Interval> intervals)
    {
        int held = 0;
        int known = 0;
        for (int step = 0; step < actual.Length; step++)
        {
            known += double.IsNaN(actual[step]) ? 0 : 1;
            held += actual[step] >= intervals[step].Low && actual[step] <= intervals[step].High ? 1 : 0;
        }

        return (double)held / known;
    }
}
