using System.Text.Json.Serialization;
using ProdSales.Learning.Evaluation;

namespace ProdSales.Learning.Trained;

/// <summary>How a model came to be, and how good it is on rows that the fold did not learn from.</summary>
/// <param name="Skill">How much better than the base rate.</param>
/// <param name="Rows">Rows learned from.</param>
/// <param name="Positives">How many had the outcome.</param>
/// <param name="Validation">How the folds were parted: <c>stratified</c>, <c>grouped</c>, <c>in-time</c>, or <c>shorter-span</c> where no outcome of the whole span is known yet.</param>
/// <param name="Folds">How many folds.</param>
/// <param name="Figures">The figures over all tested rows.</param>
/// <param name="AucInterval">The span that holds the AUC with 95 % confidence.</param>
/// <param name="LogLossInterval">The same of the log-loss.</param>
/// <param name="GainOverBase">By how much the log-loss is below that of the base rate, a row.</param>
/// <param name="GainError">The standard error of that.</param>
/// <param name="TreeShare">The weight of the trees in the blend, 0 to 1.</param>
/// <param name="Calibration">The calibration table.</param>
/// <param name="Seed">The seed.</param>
/// <param name="Lineage">What the caller says of the origin of the data.</param>
public sealed record Training(
    Skill Skill,
    int Rows,
    int Positives,
    string Validation,
    int Folds,
    MetricSet Figures,
    Interval AucInterval,
    Interval LogLossInterval,
    double GainOverBase,
    double GainError,
    double TreeShare,
    IReadOnlyList<CalibrationBin> Calibration,
    uint Seed,
    IReadOnlyDictionary<string, string> Lineage)
{
    /// <summary>Gets the share of rows with the outcome.</summary>
    public double BaseRate => (double)Positives / Rows;

    /// <summary>Gets whether rows, figures and base rate speak of a shorter span than the model does.</summary>
    [JsonIgnore]
    public bool IsOfShorterSpan => Validation == Lifetimes.LifetimeLearner.Validation;
}
