using ProdSales.Learning.Evaluation;
using ProdSales.Learning.Splitting;

namespace ProdSales.Predictions.Trial;

/// <summary>The interval of a mean over rows of which those of a group are not independent: groups are drawn whole.</summary>
internal static class GroupBootstrap
{
    /// <summary>The span between the 2.5 and 97.5 percentiles of the mean.</summary>
    internal static Interval Of(IEnumerable<(string Group, double Value)> rows, int samples, uint seed)
    {
        (double Sum, int Count)[] groups =
        [
            .. rows.GroupBy(row => row.Group, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => (group.Sum(row => row.Value), group.Count())),
        ];
        MersenneTwister random = new(seed);
        double[] means = new double[samples];
        for (int sample = 0; sample < samples; sample++)
        {
            double sum = 0;
            int count = 0;
            for (int draw = 0; draw < groups.Length; draw++)
            {
                (double value, int rowsOfIt) = groups[random.Next(groups.Length - 1)];
                sum += value;
                count += rowsOfIt;
            }

            means[sample] = sum / count;
        }

        Array.Sort(means);
        return new Interval(means[(int)(samples * .025)], means[Math.Min(samples - 1, (int)(samples * .975))]);
    }
}
