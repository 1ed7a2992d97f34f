namespace ProdSales.Learning.Evaluation;

/// <summary>Two sets of probabilities for the same rows, compared row by row.</summary>
public static class PairedLoss
{
    /// <summary>The mean by which the log-loss of the one is above that of the other, with its standard error.</summary>
    /// <param name="one">One a row.</param>
    /// <param name="other">One a row.</param>
    /// <param name="labels">One a row.</param>
    /// <returns>A mean below 0 says that the one is better.</returns>
    public static (double Mean, double StandardError) Of(ReadOnlySpan<double> one, ReadOnlySpan<double> other, ReadOnlySpan<bool> labels)
    {
        double sum = 0;
        double squares = 0;
        for (int row = 0; row < labels.Length; row++)
        {
            double difference = Metrics.LogLoss(one[row], labels[row]) - Metrics.LogLoss(other[row], labels[row]);
            sum += difference;
            squares += difference * difference;
        }

        double mean = sum / labels.Length;
        double variance = Math.Max(0, (squares / labels.Length) - (mean * mean));
        return (mean, Math.Sqrt(variance / Math.Max(1, labels.Length - 1)));
    }
}
