using System.Globalization;
using ProdSales.Host.Speech;
using ProdSales.Learning.Trained;
using ProdSales.Predictions.Monitoring;
using ProdSales.Predictions.Registry;
using ProdSales.Predictions.Scoring;
using ProdSales.Predictions.Training;
using ProdSales.Predictions.Trial;

namespace ProdSales.Host.Predictions;

/// <summary>Says what training and scoring came to.</summary>
internal static class PredictionText
{
    internal static IEnumerable<string> Lines(TrainingResult result, Speaker speaker)
    {
        yield return result.Model is { } model
            ? Line(model, speaker)
            : speaker.Say("predict.not-learned", ("prediction", result.Prediction.Name), ("why", speaker.Say($"command.learn-{result.Refusal!.Code}", result.Refusal.Facts)));
        foreach (var note in result.Notes)
        {
            yield return $"  {speaker.Say($"learn-note.{note.Code}", note.Facts)}";
        }
    }

    internal static IEnumerable<string> Lines(ScoringResult result, Speaker speaker)
    {
        yield return result.ModelIds.Count == 0
            ? speaker.Say("predict.nobody-scores", ("prediction", result.Prediction.Name))
            : speaker.Say("predict.scored", ("prediction", result.Prediction.Name), ("subjects", result.Subjects), ("models", string.Join(", ", result.ModelIds)));
        foreach (ScoringProblem problem in result.Problems)
        {
            yield return $"  {Problem(problem, speaker)}";
        }
    }

    internal static string Problem(ScoringProblem problem, Speaker speaker) =>
        problem.Refusal is { } refusal ? speaker.Say(refusal) : speaker.Say($"scoring.{problem.Code}", problem.Facts);

    internal static string Line(TrialResult result, Speaker speaker) => result switch
    {
        { Challenger: null } => speaker.Say("trial.nobody", ("prediction", result.Prediction.Name)),
        { Verdict: { Rows: > 0 } verdict } => speaker.Say(
            "trial.verdict",
            ("challenger", result.Challenger),
            ("champion", result.Champion ?? ""),
            ("decision", speaker.Say($"trial.{verdict.Decision.ToString().ToLowerInvariant()}")),
            ("why", speaker.Say($"trial.{verdict.Reason}")),
            ("rows", verdict.Rows),
            ("positives", verdict.Positives),
            ("first", Day(verdict.First!.Value)),
            ("last", Day(verdict.Last!.Value)),
            ("gain", verdict.Difference),
            ("low", verdict.Low),
            ("high", verdict.High),
            ("auc", verdict.ChallengerAuc),
            ("before", verdict.ChampionAuc)),
        _ => speaker.Say("trial.no-outcomes", ("challenger", result.Challenger)),
    };

    internal static string Line(RegisteredModel model, Speaker speaker)
    {
        Training training = model.ReadFigures();
        return speaker.Say(
            "predict.model",
            ("id", model.Id),
            ("status", speaker.Say($"predict.status-{model.Status.ToString().ToLowerInvariant()}")),
            ("skill", speaker.Say($"predict.skill-{model.Skill}")),
            ("rows", model.Rows),
            ("positives", model.Positives),
            ("auc", training.Figures.Auc),
            ("low", training.AucInterval.Low),
            ("high", training.AucInterval.High),
            ("loss", training.Figures.LogLoss),
            ("gain", training.GainOverBase));
    }

    internal static string Line(ModelAlarm alarm, Speaker speaker) => speaker.Say(
        alarm.OverDay is null ? "watch.stands" : "watch.over",
        ("severity", speaker.Say($"watch.{alarm.Severity}")),
        ("what", speaker.Say($"watch.{alarm.Figure}")),
        ("feature", alarm.Feature ?? ""),
        ("value", alarm.Value),
        ("limit", alarm.Limit),
        ("since", Day(alarm.RaisedDay)),
        ("until", alarm.OverDay is { } over ? Day(over) : ""));

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
