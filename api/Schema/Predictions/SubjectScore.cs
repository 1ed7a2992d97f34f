using ProdSales.Predictions.Definition;

namespace ProdSales.Schema;

/// <summary>What a model said of one subject on one day.</summary>
internal sealed record SubjectScore(
    short SourceKey,
    string SourceId,
    Prediction Prediction,
    string Subject,
    string SourceSystem,
    DateOnly ScoredDate,
    string Model,
    string Skill,
    double Probability,
    double? BaseRate,
    double? StatedProbability,
    DateOnly? ExpectedDate,
    string? NoDateReason,
    IReadOnlyList<ScoreReason> Reasons);

/// <summary>What one feature adds to a score.</summary>
internal sealed record ScoreReason(Prediction Prediction, int Place, bool IsRaising, string Feature, string? Value, double Contribution)
{
    /// <summary>The feature as the definition has it; null when it has it no more.</summary>
    internal FeatureDefinition? Known => Prediction.Definition.Features.FirstOrDefault(feature => feature.Name == Feature);

    /// <summary>Whether it speaks against what is wished for.</summary>
    internal bool IsAgainstWish => IsRaising != Prediction.Definition.IsWished;
}
