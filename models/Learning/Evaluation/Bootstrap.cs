using ProdSales.Learning.Splitting;

namespace ProdSales.Learning.Evaluation;

/// <summary>Intervals by drawing rows again with replacement.</summary>
public static class Bootstrap
{
    /// <summary>The span between the 2.5 and 97.5 percentiles of a figure over samples drawn from the rows.</summary>
    /// <param name="probabilities">One a row.</param>
    /// <param name="labels">One a row.</param>
    /// <param name="figure">What is measured on each sample; samples on which it is NaN are left out.</param>
    /// <param name="samples">How many samples.</param>
    /// <param name="seed">The seed.</param>
    /// <returns>The interval; its ends are NaN where no sample gave a figure.</returns>
    public static Interval Of(ReadOnlySpan<double> probabilities, ReadOnlySpan<bool> labels, MetricFigure figure, int samples, uint seed)
    {
        MersenneTwister random = new(seed);
        double[] drawn = new double[labels.Length];
        bool[] outcomes = new bool[labels.Length];
        List<double> figures = [];
        for (int sample = 0; sample < samples; sample++)
        {
            for (int at = 0; at < drawn.Length; at++)
            {
                int row = random.Next(drawn.Length - 1);
                (drawn[at], outcomes[at]) = (probabilities[row], labels[row]);
            }

            double value = figure(drawn, outcomes);
            if (!double.IsNaN(value))
            {
                figures.Add(value);
            }
        }

        figures.Sort();
        return figures.Count == 0
            ? new Interval(double.NaN, double.NaN)
            : new Interval(figures[(int)(figures.Count * .025)], figures[Math.Min(figures.Count - 1, (int)(figures.Count * .975))]);
    }
}
