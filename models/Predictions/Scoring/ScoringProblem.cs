using ProdSales.Loading.Reports;

namespace ProdSales.Predictions.Scoring;

/// <summary>What kept a model from scoring, or its scores from being loaded.</summary>
/// <param name="Code"><c>model-bytes</c>: the bytes are not those that were stored; <c>model-misfit</c>: what is asked of the warehouse has changed since; <c>scores-refused</c>: the batch was.</param>
/// <param name="Facts">What the sentence needs: <c>model</c>, and of a misfit <c>column</c>; of a refusal <c>detail</c>.</param>
/// <param name="Refusal">Why the batch was refused; null for other codes.</param>
public sealed record ScoringProblem(string Code, IReadOnlyDictionary<string, object> Facts, LoadRefusal? Refusal = null)
{
    /// <summary>Gets every code.</summary>
    public static IReadOnlyList<string> Codes { get; } = ["model-bytes", "model-misfit", "scores-refused"];
}
