using ProdSales.Predictions.Definition;

namespace ProdSales.Predictions.Scoring;

/// <summary>What scoring one prediction came to.</summary>
/// <param name="Prediction">The prediction.</param>
/// <param name="ModelIds">The models that scored, the champion first; empty when there is none that can.</param>
/// <param name="Subjects">How many subjects were scored.</param>
/// <param name="Problems">What is wrong: models that cannot be read or do not fit, a batch that was refused; empty when all is well.</param>
public sealed record ScoringResult(Prediction Prediction, IReadOnlyList<string> ModelIds, int Subjects, IReadOnlyList<ScoringProblem> Problems);
