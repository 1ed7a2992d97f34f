using System.Text.Json;
using System.Text.Json.Serialization;

namespace ProdSales.Predictions.Registry;

/// <summary>A model of the registry, without its bytes.</summary>
/// <param name="Id">Prediction, day and number, as <c>win_90-2026-10-31-1</c>.</param>
/// <param name="Prediction">What it predicts.</param>
/// <param name="Status">What it is for at the moment.</param>
/// <param name="TrainedAt">When it was trained, in UTC.</param>
/// <param name="AsOf">Last day of which it knew outcomes.</param>
/// <param name="DataVersions">Version of each table of the warehouse at that time, as JSON.</param>
/// <param name="FeatureHash">Sha-256 of the frame's query and of the features.</param>
/// <param name="Features">The columns that it takes, as JSON.</param>
/// <param name="Seed">Seed of all its random draws.</param>
/// <param name="Skill">What it has shown: none, weak or good.</param>
/// <param name="Rows">Rows of training.</param>
/// <param name="Positives">How many of them had the outcome.</param>
/// <param name="Figures">Figures with intervals, base rate, split and calibration, as JSON.</param>
/// <param name="Notes">What must be known of it, as JSON.</param>
/// <param name="Sha256">Sha-256 of the bytes, in hexadecimal digits.</param>
public sealed record RegisteredModel(
    string Id,
    string Prediction,
    ModelStatus Status,
    DateTime TrainedAt,
    DateOnly AsOf,
    string DataVersions,
    string FeatureHash,
    string Features,
    long Seed,
    string Skill,
    long Rows,
    long Positives,
    string Figures,
    string Notes,
    string Sha256)
{
    // Of few rows some figures are no number.
    private static readonly JsonSerializerOptions Written = new() { NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals };

    /// <summary>Writes figures as <see cref="Figures"/> holds them.</summary>
    public static string TextOf(Learning.Trained.Training figures) => JsonSerializer.Serialize(figures, Written);

    /// <summary>Reads the figures.</summary>
    public Learning.Trained.Training ReadFigures() => JsonSerializer.Deserialize<Learning.Trained.Training>(Figures, Written)!;
}
