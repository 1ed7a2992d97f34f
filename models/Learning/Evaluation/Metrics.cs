using ProdSales.Learning.Logistic;

namespace ProdSales.Learning.Evaluation;

/// <summary>How good probabilities are. Each figure is NaN where the rows do not give one, as with one class only.</summary>
public static class Metrics
{
    private const double Least = 1e-12;
    private const int Bins = 10;

    /// <summary>The share of pairs of a positive and a negative row that the probabilities put in the right order; ties count half.</summary>
    /// <returns>0 to 1; .5 is chance.</returns>
    public static double Auc(ReadOnlySpan<double> scores, ReadOnlySpan<bool> labels)
    {
        int[] order = Ascending(scores);
        double rankSum = 0;
        double positives = labels.Count(true);
        for (int from = 0; from < order.Length;)
        {
            int to = from;
            int hits = 0;
            while (to < order.Length && scores[order[to]].Equals(scores[order[from]]))
            {
                hits += labels[order[to++]] ? 1 : 0;
            }

            rankSum += hits * ((from + 1 + to) / 2d);
            from = to;
        }

        return (rankSum - (positives * (positives + 1) / 2)) / (positives * (labels.Length - positives));
    }

    /// <summary>The mean log-loss, in nats; probabilities are held 1e-12 away from 0 and 1.</summary>
    public static double LogLoss(ReadOnlySpan<double> probabilities, ReadOnlySpan<bool> labels)
    {
        double sum = 0;
        for (int row = 0; row < labels.Length; row++)
        {
            sum += LogLoss(probabilities[row], labels[row]);
        }

        return sum / labels.Length;
    }

    /// <summary>The log-loss of one row, in nats.</summary>
    public static double LogLoss(double probability, bool label)
    {
        double held = Math.Clamp(probability, Least, 1 - Least);
        return -Math.Log(label ? held : 1 - held);
    }

    /// <summary>The mean squared distance of probability and outcome.</summary>
    public static double Brier(ReadOnlySpan<double> probabilities, ReadOnlySpan<bool> labels)
    {
        double sum = 0;
        for (int row = 0; row < labels.Length; row++)
        {
            double error = probabilities[row] - (labels[row] ? 1 : 0);
            sum += error * error;
        }

        return sum / labels.Length;
    }

    /// <summary>The expected calibration error over ten bins of equal width: edges belong to the bin above, 1 to the last.</summary>
    public static double CalibrationError(ReadOnlySpan<double> probabilities, ReadOnlySpan<bool> labels)
    {
        int[] bins = new int[labels.Length];
        for (int row = 0; row < bins.Length; row++)
        {
            bins[row] = Math.Clamp((int)(probabilities[row] * Bins), 0, Bins - 1);
        }

        return CalibrationError(probabilities, labels, bins);
    }

    /// <summary>The expected calibration error over ten bins of equally many rows, in the order of the probabilities.</summary>
    public static double CalibrationErrorOfTenths(ReadOnlySpan<double> probabilities, ReadOnlySpan<bool> labels)
    {
        int[] order = Ascending(probabilities);
        int[] bins = new int[order.Length];
        for (int at = 0; at < order.Length; at++)
        {
            bins[order[at]] = (int)((long)at * Bins / order.Length);
        }

        return CalibrationError(probabilities, labels, bins);
    }

    /// <summary>The slope of the outcome on the log-odds of the probability: 1 is right, below 1 is overconfident.</summary>
    public static double CalibrationSlope(ReadOnlySpan<double> probabilities, ReadOnlySpan<bool> labels)
    {
        if (labels.Count(true) is int positives && (positives == 0 || positives == labels.Length))
        {
            return double.NaN;
        }

        Features.FeatureMatrix margins = new(labels.Length, 1);
        for (int row = 0; row < labels.Length; row++)
        {
            margins.Set(row, 0, LogOdds.Of(probabilities[row]));
        }

        return LogisticRegression.Fit(margins, labels, 1e-6, null, CancellationToken.None)[0];
    }

    /// <summary>The area below precision over recall, as the mean precision at each positive row; equal scores are one step.</summary>
    public static double AveragePrecision(ReadOnlySpan<double> scores, ReadOnlySpan<bool> labels)
    {
        int[] order = Ascending(scores);
        Array.Reverse(order);
        double positives = labels.Count(true);
        double sum = 0;
        int found = 0;
        for (int from = 0; from < order.Length;)
        {
            int to = from;
            int before = found;
            while (to < order.Length && scores[order[to]].Equals(scores[order[from]]))
            {
                found += labels[order[to++]] ? 1 : 0;
            }

            sum += (found - before) / positives * found / to;
            from = to;
        }

        return positives == 0 ? double.NaN : sum;
    }

    /// <summary>How many times as often the outcome is among the tenth of the rows with the highest scores than among all.</summary>
    public static double Lift(ReadOnlySpan<double> scores, ReadOnlySpan<bool> labels)
    {
        int[] order = Ascending(scores);
        int top = order.Length / Bins;
        int hits = 0;
        for (int at = order.Length - top; at < order.Length; at++)
        {
            hits += labels[order[at]] ? 1 : 0;
        }

        return (double)hits / top / ((double)labels.Count(true) / labels.Length);
    }

    private static double CalibrationError(ReadOnlySpan<double> probabilities, ReadOnlySpan<bool> labels, int[] bins)
    {
        double[] gaps = new double[Bins];
        for (int row = 0; row < labels.Length; row++)
        {
            gaps[bins[row]] += (labels[row] ? 1 : 0) - probabilities[row];
        }

        return gaps.Sum(Math.Abs) / labels.Length;
    }

    /// <summary>Rows by rising score; among equal scores the earlier row first.</summary>
    private static int[] Ascending(ReadOnlySpan<double> scores)
    {
        double[] keys = scores.ToArray();
        int[] order = [.. Enumerable.Range(0, keys.Length)];
        Array.Sort(keys, order);
        return order;
    }
}
