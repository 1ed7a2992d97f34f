using System.Text.Json;
using ProdSales.Predictions.Definition;
using ProdSales.Predictions.Registry;

namespace ProdSales.Predictions.Service;

/// <summary>Says what is due: a value of the day of the data, the registry and the runs so far, and of nothing else.</summary>
/// <param name="Settings">What is done without being asked.</param>
/// <param name="Known">The last day of the data.</param>
/// <param name="Now">The time.</param>
/// <param name="Models">The registry, the newest model first.</param>
/// <param name="Last">The last run of each kind and prediction.</param>
internal sealed record ModelSchedule(ScheduleSettings Settings, DateOnly Known, DateTime Now, IReadOnlyList<RegisteredModel> Models, IReadOnlyList<ModelRun> Last)
{
    /// <summary>The next step; null when nothing is due. What people see comes before what is learned, so that each new model scores before the next is trained.</summary>
    internal (RunKind Kind, Prediction Prediction)? Next(IReadOnlyList<Prediction> predictions)
    {
        foreach (RunKind kind in (RunKind[])[RunKind.Score, RunKind.Judge, RunKind.Watch, RunKind.Train])
        {
            if (predictions.FirstOrDefault(prediction => IsDue(kind, prediction.Name) && MayTry(kind, prediction.Name)) is { } next)
            {
                return (kind, next);
            }
        }

        return null;
    }

    private bool IsDue(RunKind kind, string prediction) => kind switch
    {
        RunKind.Score => Settings.IsScoring && Of(prediction, ModelStatus.Champion) is { } champion && !HasScored(prediction, champion),
        RunKind.Judge => Settings.IsJudging && Of(prediction, ModelStatus.Challenger) is not null && IsBehindScores(kind, prediction),
        RunKind.Watch => Settings.IsScoring && Of(prediction, ModelStatus.Champion) is not null && IsBehindScores(kind, prediction),
        _ => Settings.RetrainDays > 0 && NeedsTraining(prediction),
    };

    private bool IsBehindScores(RunKind kind, string prediction) => Done(RunKind.Score, prediction) is { } scored && !(LastOf(kind, prediction)?.Id > scored.Id);

    // A challenger on trial is not replaced before it is judged: no model would ever be, if each new one ended the trial of the last. Where people have taken
    // the last champion out of use, nobody puts a new one in its place.
    private bool NeedsTraining(string prediction) =>
        Models.Where(model => model.Prediction == prediction).All(model => model.Status is ModelStatus.Candidate)
        || (Of(prediction, ModelStatus.Champion) is not null && Of(prediction, ModelStatus.Challenger) is null && Models.Where(model => model.Prediction == prediction).Max(model => model.AsOf).AddDays(Settings.RetrainDays) <= Known);

    private bool HasScored(string prediction, RegisteredModel champion)
    {
        if (Done(RunKind.Score, prediction) is not { } run)
        {
            return false;
        }

        using var facts = JsonDocument.Parse(run.Facts);
        return facts.RootElement.GetProperty(ModelService.Day).GetString() == ModelService.Written(Known)
            && facts.RootElement.GetProperty(ModelService.Champion).GetString() == champion.Id;
    }

    // What was refused or failed is tried again when the data have a new day, or after a time; soon where the warehouse was only busy.
    private bool MayTry(RunKind kind, string prediction)
    {
        if (LastOf(kind, prediction) is not { Outcome: RunOutcome.Refused or RunOutcome.Failed } run)
        {
            return true;
        }

        if (run.Code == ModelService.Busy)
        {
            return run.EndedAt + Settings.RetryBusy <= Now;
        }

        using var facts = JsonDocument.Parse(run.Facts);
        bool isSameDay = facts.RootElement.TryGetProperty(ModelService.Day, out JsonElement day) && day.GetString() == ModelService.Written(Known);
        return !isSameDay || run.EndedAt + Settings.Retry <= Now;
    }

    private ModelRun? Done(RunKind kind, string prediction) => LastOf(kind, prediction) is { Outcome: RunOutcome.Done } run ? run : null;

    private ModelRun? LastOf(RunKind kind, string prediction) => Last.FirstOrDefault(run => run.Kind == kind && run.Prediction == prediction);

    private RegisteredModel? Of(string prediction, ModelStatus status) => Models.FirstOrDefault(model => model.Prediction == prediction && model.Status == status);
}
