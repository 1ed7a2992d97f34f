using ProdSales.Learning.Selection;
using ProdSales.Predictions.Definition;
using ProdSales.Predictions.Registry;

namespace ProdSales.Predictions.Training;

/// <summary>What training one prediction came to.</summary>
/// <param name="Prediction">The prediction.</param>
/// <param name="Model">The model, as it stands in the registry; null when nothing could be learned, and the champion stays.</param>
/// <param name="Refusal">Why nothing could be learned; null when something was.</param>
/// <param name="Notes">What must be known of it.</param>
public sealed record TrainingResult(Prediction Prediction, RegisteredModel? Model, LearnRefusal? Refusal, IReadOnlyList<LearnNote> Notes);
