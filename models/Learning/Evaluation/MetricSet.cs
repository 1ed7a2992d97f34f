namespace ProdSales.Learning.Evaluation;

/// <summary>All figures of one set of probabilities.</summary>
/// <param name="Rows">How many rows.</param>
/// <param name="Positives">How many of them have the outcome.</param>
/// <param name="Auc">Share of pairs in the right order; .5 is chance.</param>
/// <param name="AveragePrecision">Area below precision over recall; the base rate is chance.</param>
/// <param name="LogLoss">Mean log-loss in nats.</param>
/// <param name="Brier">Mean squared distance of probability and outcome.</param>
/// <param name="CalibrationError">Expected calibration error over ten bins of equal width.</param>
/// <param name="CalibrationErrorOfTenths">The same over ten bins of equally many rows.</param>
/// <param name="CalibrationSlope">1 is right, below 1 is overconfident.</param>
/// <param name="Lift">How many times as often the outcome is in the top tenth.</param>
/// <param name="BaseLogLoss">The log-loss of the share of positives of these rows for every row: what knowing nothing costs.</param>
public sealed record MetricSet(
    int Rows,
    int Positives,
    double Auc,
    double AveragePrecision,
    double LogLoss,
    double Brier,
    double CalibrationError,
    double CalibrationErrorOfTenths,
    double CalibrationSlope,
    double Lift,
    double BaseLogLoss)
{
    /// <summary>Measures.</summary>
    public static MetricSet Of(ReadOnlySpan<double> probabilities, ReadOnlySpan<bool> labels)
    {
        int positives = labels.Count(true);
        double share = (double)positives / labels.Length;
        return new MetricSet(
            labels.Length,
            positives,
            Metrics.Auc(probabilities, labels),
            Metrics.AveragePrecision(probabilities, labels),
            Metrics.LogLoss(probabilities, labels),
            Metrics.Brier(probabilities, labels),
            Metrics.CalibrationError(probabilities, labels),
            Metrics.CalibrationErrorOfTenths(probabilities, labels),
            Metrics.CalibrationSlope(probabilities, labels),
            Metrics.Lift(probabilities, labels),
            (share * Metrics.LogLoss(share, true)) + ((1 - share) * Metrics.LogLoss(share, false)));
    }
}
