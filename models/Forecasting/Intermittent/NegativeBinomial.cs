using MathNet.Numerics;

namespace ProdSales.Forecasting.Intermittent;

/// <summary>The negative binomial distribution of a count: as a Poisson whose mean itself varies. Without variation it is a Poisson distribution.</summary>
/// <param name="mean">The mean, at least 0.</param>
/// <param name="variation">The squared variation of the mean, at least 0: the variance is mean + variation · mean².</param>
public readonly struct NegativeBinomial(double mean, double variation)
{
    private const double Slight = 1e-9;

    // So many deviations above the mean there is no chance left that a double could tell from none.
    private const int Deviations = 60;

    // Greater counts have their chance by gamma functions, lesser ones step by step, which is as exact and faster.
    private const int FewSteps = 40;

    /// <summary>Gets the mean.</summary>
    public double Mean => mean;

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
        if (count > FewSteps && mean > 0)
        {
            return logChance + LogRise(count);
        }

        for (int at = 1; at <= count; at++)
        {
            logChance += LogStep(at);
        }

        return logChance;
    }

    private double LogChanceOfNone => variation < Slight ? -mean : -Math.Log(1 + (variation * mean)) / variation;

    // How much more likely a count is than none.
    private double LogRise(int count)
    {
        double rise = (count * Math.Log(mean / (1 + (variation * mean)))) - SpecialFunctions.GammaLn(count + 1);
        double shape = 1 / variation;
        return variation < Slight ? rise : rise + SpecialFunctions.GammaLn(shape + count) - SpecialFunctions.GammaLn(shape) + (count * Math.Log(variation));
    }

    // Each chance follows from the one before, in logarithms, so that large means do not vanish.
    private double LogStep(int count) => variation < Slight
        ? Math.Log(mean / count)
        : Math.Log((1 + (variation * (count - 1))) * mean / (count * (1 + (variation * mean))));
}
