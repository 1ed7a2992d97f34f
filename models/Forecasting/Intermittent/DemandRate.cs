namespace ProdSales.Forecasting.Intermittent;

/// <summary>The mean demand a step of a history with many zeros, by the known methods. Histories are complete and not negative; one without demand has rate 0.</summary>
public static class DemandRate
{
    /// <summary>Croston's method (1972): sizes and intervals smoothed apart, when a demand comes.</summary>
    public static double Croston(ReadOnlySpan<double> values, double alpha)
    {
        (double size, double interval) = SizeAndInterval(values, alpha);
        return interval > 0 ? size / interval : 0;
    }

    /// <summary>Syntetos and Boylan's correction of Croston's method (SBA, 2005).</summary>
    public static double Sba(ReadOnlySpan<double> values, double alpha) => (1 - (alpha / 2)) * Croston(values, alpha);

    /// <summary>Teunter, Syntetos and Babai's method (TSB, 2011): the chance of a demand is smoothed each step, so demand that stops fades.</summary>
    /// <param name="values">The history.</param>
    /// <param name="sizeWeight">How fast sizes are learned.</param>
    /// <param name="chanceWeight">How fast the chance is learned.</param>
    public static double Tsb(ReadOnlySpan<double> values, double sizeWeight, double chanceWeight)
    {
        (double size, double chance) = Start(values);
        foreach (double value in values)
        {
            chance += chanceWeight * ((value > 0 ? 1 : 0) - chance);
            size += value > 0 ? sizeWeight * (value - size) : 0;
        }

        return size * chance;
    }

    /// <summary>Simple smoothing of sums over several steps (ADIDA, 2011), spread evenly.</summary>
    public static double Adida(ReadOnlySpan<double> values, int width, double alpha)
    {
        int blocks = Math.Max(1, values.Length / width);
        int taken = Math.Min(width, values.Length);
        double level = double.NaN;
        for (int block = 0; block < blocks; block++)
        {
            double sum = 0;
            foreach (double value in values.Slice(values.Length - ((blocks - block) * taken), taken))
            {
                sum += value;
            }

            level = double.IsNaN(level) ? sum : level + (alpha * (sum - level));
        }

        return taken == 0 ? 0 : level / taken;
    }

    /// <summary>The mean of all values, the last counting most.</summary>
    /// <param name="values">The history.</param>
    /// <param name="decay">How much less each value counts than the one after it, above 0 and at most 1.</param>
    public static double DecayedMean(ReadOnlySpan<double> values, double decay)
    {
        double sum = 0;
        double weights = 0;
        double weight = 1;
        for (int t = values.Length - 1; t >= 0; t--)
        {
            sum += weight * values[t];
            weights += weight;
            weight *= decay;
        }

        return weights > 0 ? sum / weights : 0;
    }

    /// <summary>The decayed mean, drawn to the mean of all parts.</summary>
    /// <param name="values">The history.</param>
    /// <param name="decay">As of <see cref="DecayedMean"/>.</param>
    /// <param name="prior">So many steps of the mean of all are added to the history, at least 0.</param>
    /// <param name="mean">The mean of all.</param>
    internal static double ShrunkMean(ReadOnlySpan<double> values, double decay, double prior, double mean)
    {
        double weights = decay < 1 ? (1 - Math.Pow(decay, values.Length)) / (1 - decay) : values.Length;
        return weights + prior > 0 ? ((prior * mean) + (weights * DecayedMean(values, decay))) / (weights + prior) : 0;
    }

    /// <summary>The mean of the decayed means of histories; 0 where none has a value.</summary>
    internal static double MeanOf(IEnumerable<double[]> histories, double decay) =>
        histories.Where(history => history.Length > 0).Select(history => DecayedMean(history, decay)).DefaultIfEmpty(0).Average();

    /// <summary>The mean of the last values.</summary>
    public static double MovingMean(ReadOnlySpan<double> values, int width)
    {
        int taken = Math.Min(width, values.Length);
        double sum = 0;
        foreach (double value in values[^taken..])
        {
            sum += value;
        }

        return taken == 0 ? 0 : sum / taken;
    }

    private static (double Size, double Chance) Start(ReadOnlySpan<double> values)
    {
        double sum = 0;
        int demands = 0;
        foreach (double value in values)
        {
            sum += value > 0 ? value : 0;
            demands += value > 0 ? 1 : 0;
        }

        return demands == 0 ? (0, 0) : (sum / demands, (double)demands / values.Length);
    }

    private static (double Size, double Interval) SizeAndInterval(ReadOnlySpan<double> values, double alpha)
    {
        double size = 0;
        double interval = 0;
        int since = 1;
        foreach (double value in values)
        {
            if (value > 0)
            {
                (size, interval) = interval == 0 ? (value, since) : (size + (alpha * (value - size)), interval + (alpha * (since - interval)));
                since = 0;
            }

            since++;
        }

        return (size, interval);
    }
}
