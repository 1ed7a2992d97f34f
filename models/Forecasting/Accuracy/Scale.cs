namespace ProdSales.Forecasting.Accuracy;

/// <summary>What errors are divided by, so that series of different size can be averaged: how far the history itself moves.</summary>
public static class Scale
{
    /// <summary>The mean of |x(t) − x(t−period)|, over pairs of which both are known.</summary>
    /// <param name="history">The known past.</param>
    /// <param name="period">Steps of a season, at least 1.</param>
    /// <returns>In the unit of the series; not a number when there is no pair.</returns>
    public static double Absolute(ReadOnlySpan<double> history, int period)
    {
        double sum = 0;
        int pairs = 0;
        for (int t = period; t < history.Length; t++)
        {
            double change = Math.Abs(history[t] - history[t - period]);
            if (!double.IsNaN(change))
            {
                sum += change;
                pairs++;
            }
        }

        return sum / pairs;
    }

    /// <summary>The mean of (x(t) − x(t−1))², over pairs of which both are known; RMSSE divides by it.</summary>
    /// <returns>In the squared unit of the series; not a number when there is no pair.</returns>
    public static double Squared(ReadOnlySpan<double> history)
    {
        double sum = 0;
        int pairs = 0;
        for (int t = 1; t < history.Length; t++)
        {
            double change = history[t] - history[t - 1];
            if (!double.IsNaN(change))
            {
                sum += change * change;
                pairs++;
            }
        }

        return sum / pairs;
    }
}
