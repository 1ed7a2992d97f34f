using ProdSales.Learning.Trained;

namespace ProdSales.Learning.Selection;

/// <summary>What learning came to: a model, or a refusal.</summary>
/// <param name="Model">The model; null when refused. A model without skill says the base rate for every row.</param>
/// <param name="Refusal">Why there is none; null when there is one.</param>
/// <param name="Notes">What must be known of it.</param>
public sealed record LearnOutcome(TrainedModel? Model, LearnRefusal? Refusal, IReadOnlyList<LearnNote> Notes);
