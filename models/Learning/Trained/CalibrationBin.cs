namespace ProdSales.Learning.Trained;

/// <summary>One tenth of the width of probability, and what came of the rows that were promised it.</summary>
/// <param name="Rows">How many rows.</param>
/// <param name="Said">Their mean probability.</param>
/// <param name="Came">The share that had the outcome.</param>
public sealed record CalibrationBin(int Rows, double Said, double Came)
{
    /// <summary>The bins that hold a row, by rising probability.</summary>
    public static IReadOnlyList<CalibrationBin> Of(double[] probabilities, bool[] labels) =>
    [
        .. Enumerable.Range(0, labels.Length).GroupBy(row => Math.Clamp((int)(probabilities[row] * 10), 0, 9)).OrderBy(bin => bin.Key)
            .Select(bin => new CalibrationBin(bin.Count(), bin.Average(row => probabilities[row]), bin.Average(row => labels[row] ? 1d : 0d))),
    ];
}
