using ProdSales.Predictions.Definition;

namespace ProdSales.Predictions.Trial;

/// <summary>What holding champion and challenger against what came led to.</summary>
/// <param name="Prediction">The prediction.</param>
/// <param name="Champion">The champion before the judgement; null when there is none.</param>
/// <param name="Challenger">The challenger before the judgement; null when there is none.</param>
/// <param name="Verdict">The verdict; null when there is nobody to judge or the cycle is not over.</param>
public sealed record TrialResult(Prediction Prediction, string? Champion, string? Challenger, TrialVerdict? Verdict);
