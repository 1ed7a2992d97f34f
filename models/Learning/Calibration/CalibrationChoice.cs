using ProdSales.Learning.Evaluation;
using ProdSales.Learning.Splitting;

namespace ProdSales.Learning.Calibration;

/// <summary>Chooses how log-odds become probabilities.</summary>
internal static class CalibrationChoice
{
    private const int LeastForIsotonic = 1000;
    private const int Count = 5;

    /// <summary>Chooses by folds over log-odds of rows that the learner did not see: the log-odds as they are, unless another is better by more than one standard error.</summary>
    /// <returns>The choice fitted to all rows, and the probability of each row by a fit that did not see it.</returns>
    internal static (Calibrator Best, double[] Probabilities) Choose(double[] margins, bool[] labels, uint seed)
    {
        Split[] splits = Folds.Stratified(labels, Count, seed);
        double[] plain = [.. margins.Select(LogOdds.ToProbability)];
        (Calibrator Best, double[] Probabilities) choice = (new AsItIs(), plain);
        double least = 0;
        foreach (Fitting fit in labels.Count(label => label) > LeastForIsotonic ? new Fitting[] { Platt.Fit, Isotonic.Fit } : [Platt.Fit])
        {
            double[] probabilities = CrossFitted(fit, margins, labels, splits);
            (double mean, double error) = PairedLoss.Of(probabilities, plain, labels);
            if (mean + error < 0 && mean < least)
            {
                least = mean;
                choice = (fit(margins, labels), probabilities);
            }
        }

        return choice;
    }

    private static double[] CrossFitted(Fitting fit, double[] margins, bool[] labels, Split[] splits)
    {
        double[] probabilities = new double[margins.Length];
        foreach (Split split in splits)
        {
            Calibrator fitted = fit([.. split.Train.Select(row => margins[row])], [.. split.Train.Select(row => labels[row])]);
            foreach (int row in split.Test)
            {
                probabilities[row] = fitted.ToProbability(margins[row]);
            }
        }

        return probabilities;
    }

    private delegate Calibrator Fitting(ReadOnlySpan<double> margins, ReadOnlySpan<bool> labels);
}
