using System.Globalization;
using System.Text.Json;
using ProdSales.Predictions.Definition;
using ProdSales.Predictions.Registry;

namespace ProdSales.Predictions.Cards;

/// <summary>The page that tells people what a model of the registry is, what it has shown, and what it must not be used for.</summary>
public static class ModelCard
{
    /// <summary>Writes the page, in Markdown.</summary>
    /// <param name="prediction">What the model predicts.</param>
    /// <param name="model">The model, as it stands in the registry.</param>
    /// <param name="data">What the warehouse holds, in the words of whoever wrote the page, as in "the demo company of seed 1".</param>
    public static IEnumerable<string> Lines(Prediction prediction, RegisteredModel model, string data)
    {
        Learning.Trained.Training training = model.ReadFigures();
        PredictionDefinition definition = prediction.Definition;
        string[] head =
        [
            $"# {prediction.LabelIn(isChinese: false)} {prediction.LabelIn(isChinese: true)}",
            $"{definition.Description.En} {definition.Description.Zh}",
            "",
            $"**Not for.** {definition.NotFor.En} {definition.NotFor.Zh}",
            "",
            "| | |",
            "|---|---|",
            $"| model | `{model.Id}` |",
            $"| data | {data}; outcomes known until {Day(model.AsOf)} |",
            Invariant($"| rows | {model.Rows:N0} at the ends of months, {model.Positives:N0} with the outcome ({training.BaseRate:P1}) |"),
            Invariant($"| split | {training.Folds} folds, {training.Validation}, {prediction.HorizonDays} days between learning and judging; what belongs together stays together |"),
            $"| skill | **{model.Skill}** |",
            Invariant($"| seed | {model.Seed} |"),
            $"| sha-256 of the question | `{model.FeatureHash}` |",
            $"| sha-256 of the bytes | `{model.Sha256}` |",
            "",
            "## Figures",
            "On rows that the fold did not learn from. The base rate is what is said where nothing is known.",
            "",
            "| figure | model | base rate |",
            "|---|---|---|",
            Invariant($"| AUC | {training.Figures.Auc:F3} ({training.AucInterval.Low:F3} to {training.AucInterval.High:F3}) | 0.500 |"),
            Invariant($"| log-loss | {training.Figures.LogLoss:F4} ({training.LogLossInterval.Low:F4} to {training.LogLossInterval.High:F4}) | {training.Figures.LogLoss + training.GainOverBase:F4} |"),
            Invariant($"| Brier score | {training.Figures.Brier:F4} | {training.BaseRate * (1 - training.BaseRate):F4} |"),
            Invariant($"| ECE, ten bins | {training.Figures.CalibrationError:F4} | |"),
            Invariant($"| calibration slope | {training.Figures.CalibrationSlope:F2} | |"),
            Invariant($"| lift of the first tenth | {training.Figures.Lift:F2} | 1.00 |"),
            Invariant($"| weight of the trees | {training.TreeShare:F1} | |"),
            "",
            "## Calibration",
            "| rows | said | came |",
            "|---|---|---|",
        ];
        return
        [
            .. head,
            .. training.Calibration.Select(bin => Invariant($"| {bin.Rows:N0} | {bin.Said:P1} | {bin.Came:P1} |")),
            "",
            "## What it looks at",
            "| feature | 特征 | kind | must | what can be done |",
            "|---|---|---|---|---|",
            .. definition.Features.Select(Line),
            .. Notes(model),
        ];
    }

    private static string Line(FeatureDefinition feature)
    {
        string must = feature.Monotone switch { > 0 => "never lower it", < 0 => "never raise it", _ => "" };
        string help = feature.Help is { } text ? $"{text.En} {text.Zh}" : "";
        return $"| {feature.Label.En} `{feature.Name}` | {feature.Label.Zh} | {feature.Kind.ToString().ToLowerInvariant()} | {must} | {help} |";
    }

    private static IEnumerable<string> Notes(RegisteredModel model)
    {
        using var notes = JsonDocument.Parse(model.Notes);
        string[] told = [.. notes.RootElement.EnumerateArray().Select(note => $"- {note.GetProperty("Code").GetString()}: {note.GetProperty("Facts").GetRawText()}")];
        return told.Length == 0 ? [] : ["", "## Notes of training", .. told];
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
