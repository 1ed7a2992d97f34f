using ProdSales.Learning.Evaluation;
using ProdSales.Learning.Splitting;

namespace ProdSales.Learning.Selection;

/// <summary>What was learned from one part and said of another.</summary>
/// <param name="Split">The rows of both.</param>
/// <param name="Outcome">What learning came to.</param>
/// <param name="Probabilities">One for each tested row; empty where learning was refused.</param>
/// <param name="Labels">The outcome of each tested row.</param>
public sealed record HeldOutPart(Split Split, LearnOutcome Outcome, double[] Probabilities, bool[] Labels)
{
    /// <summary>Gets the figures; null where learning was refused or no row was tested.</summary>
    public MetricSet? Figures => Probabilities.Length == 0 ? null : MetricSet.Of(Probabilities, Labels);
}
