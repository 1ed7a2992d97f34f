using ProdSales.Learning.Features;
using ProdSales.Learning.Evaluation;
using ProdSales.Learning.Logistic;

namespace ProdSales.Learning.Calibration;

/// <summary>The log-odds stretched and moved, after Platt (1999).</summary>
/// <param name="Slope">What they are multiplied by; 0 or above.</param>
/// <param name="Shift">What is added.</param>
public sealed record Platt(double Slope, double Shift) : Calibrator
{
    /// <summary>Fits slope and shift to log-odds of rows that the learner did not see.</summary>
    public static Platt Fit(ReadOnlySpan<double> margins, ReadOnlySpan<bool> labels)
    {
        FeatureMatrix matrix = new(margins.Length, 1);
        margins.CopyTo(matrix.Values);
        double[] fitted = LogisticRegression.Fit(matrix, labels, 1e-3, [1, 0], CancellationToken.None);
        return new Platt(Math.Max(0, fitted[0]), fitted[1]);
    }

    /// <inheritdoc/>
    public override double ToProbability(double margin) => LogOdds.ToProbability((Slope * margin) + Shift);
}
