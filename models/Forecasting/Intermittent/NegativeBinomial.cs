namespace ProdSales.Forecasting.Intermittent;

/// <summary>The negative binomial distribution of a count: as a Poisson whose mean itself varies. Without variation it is a Poisson distribution.</summary>
/// <param name="mean">The mean, at least 0.</param>
/// <param name="variation">The squared variation of the mean, at least 0: the variance is mean + variation · mean².</param>
public readonly struct NegativeBinomial(double mean, double variation)
{
    private const double Slight = 1e-9;

    // So many deviations above the mean there is no chance left that a double could tell from none.
    private const int Deviations = 60;

    /// <summary>The least count that is not exceeded with at least the given chance.</summary>
    /// <param name="chance">Above 0 and below 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The chance is out of range: the caller's fault.</exception>
    public int Quantile(double chance)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(chance, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(chance, 1);
        double deviation = Math.Sqrt(mean + (variation * mean * mean));
        int last = (int)Math.Min(int.MaxValue - 1, mean + (Deviations * deviation) + 1);
        double logChance = LogChanceOfNone;
        double sum = Math.Exp(logChance);
        int count = 0;
        while (sum < chance && count < last)
        {
            count++;
            logChance += LogStep(count);
            sum += Math.Exp(logChance);
        }

        return count;
    }

    /// <summary>The greatest count whose last piece is needed alone with at least the given chance.</summary>
    /// <param name="chance">Above 0.</param>
    public int WorthwhileCount(double chance)
    {
        double logChance = LogChanceOfNone;
        double least = Math.Log(chance);
        int count = 0;
        while (mean > 0)
        {
            double next = logChance + LogStep(count + 1);

            // Up to the mean chances may still rise.
            if (next < least && count + 1 > mean)
            {
                return count;
            }

            logChance = next;
            count++;
        }

        return 0;
    }

    /// <summary>The logarithm of the chance of a count.</summary>
    public double LogChance(int count)
    {
        double logChance = LogChanceOfNone;
        for (int at = 1; at <= count; at++)
        {
            logChance += LogStep(at);
        }

        return logChance;
    }

    private double LogChanceOfNone => variation < Slight ? -mean : -Math.Log(1 + (variation * mean)) / variation;

    // Each chance follows from the one before, in logarithms, so that large means do not vanish.
    private double LogStep(int count) => variation < Slight
        ? Math.Log(mean / count)
        : Math.Log((1 + (variation * (count - 1))) * mean / (count * (1 + (variation * mean))));
}
