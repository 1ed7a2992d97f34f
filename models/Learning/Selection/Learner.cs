using ProdSales.Learning.Boosting;
using ProdSales.Learning.Calibration;
using ProdSales.Learning.Data;
using ProdSales.Learning.Evaluation;
using ProdSales.Learning.Logistic;
using ProdSales.Learning.Splitting;
using ProdSales.Learning.Trained;

namespace ProdSales.Learning.Selection;

/// <summary>Learns from rows with outcomes: logistic regression and trees, blended, calibrated and judged by folds, or the base rate where nothing can be told.</summary>
public static class Learner
{
    private const int ManyRows = 20_000;
    private const int Samples = 200;
    private const double GoodGain = .05;

    /// <summary>Learns.</summary>
    /// <param name="data">The rows. Columns that leak the outcome must be taken out before (LeakScan).</param>
    /// <param name="settings">How.</param>
    /// <param name="cancellation">Looked at before every tree and every step of a fit; nothing is kept then.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static LearnOutcome Learn(LearnData data, LearnSettings settings, CancellationToken cancellation)
    {
        List<LearnNote> notes = [];
        if (InputCheck.Refuse(data) is { } refusal)
        {
            return new LearnOutcome(null, refusal, notes);
        }

        LearnData usable = data with { Features = InputCheck.Usable(data, settings, notes) };
        if (usable.Features.Columns.Count == 0)
        {
            return new LearnOutcome(null, InputCheck.Refusal("no-columns"), notes);
        }

        (string kind, Split[] splits) = SplitsOf(usable, settings);
        if (splits.Length == 0)
        {
            return new LearnOutcome(null, InputCheck.Refusal("no-times"), notes);
        }

        TrainedModel model = Fit(usable, settings, kind, splits, notes, cancellation);
        AddNotes(model, notes);
        return new LearnOutcome(model, null, notes);
    }

    /// <summary>The folds that rows are judged by: in time where rows have times (taking a customer of the tested stretch out of the past would leave
    /// only those whose story had ended by then), else with groups together, else with equal shares of the outcome.</summary>
    internal static (string Kind, Split[] Splits) SplitsOf(LearnData data, LearnSettings settings)
    {
        int count = data.Labels.Length > ManyRows ? 3 : 5;
        (string kind, Split[] splits) = data switch
        {
            { Times: { } times } => ("in-time", Folds.InTime(times, count, settings.Embargo)),
            { Groups: { } groups } => ("grouped", Folds.Grouped(groups, count)),
            _ => ("stratified", Folds.Stratified(data.Labels, count, settings.Seed)),
        };
        return (kind, [.. splits.Where(split => HasBoth(data.Labels, split.Train) && split.Test.Length > 0)]);
    }

    private static TrainedModel Fit(LearnData data, LearnSettings settings, string kind, Split[] splits, List<LearnNote> notes, CancellationToken cancellation)
    {
        int[] tested = [.. splits.SelectMany(split => split.Test).Order()];
        bool[] outcomes = [.. tested.Select(row => data.Labels[row])];
        LogisticTraining logistic = new(data, Followed(data, settings));
        IReadOnlyList<Option<BoostingSettings>> trees = [];
        if (settings.Library.IsAvailable)
        {
            trees = new BoostingTraining(data, settings).OutOfFolds(splits, cancellation);
        }
        else
        {
            notes.Add(InputCheck.Note("boosting-unavailable", ("reason", settings.Library.Problem!)));
        }

        BlendChoice choice = new(logistic.OutOfFolds(splits, cancellation), trees, data.Labels);
        Blend best = choice.Best(tested);
        double[] margins = choice.Nested(splits);
        double[] said = [.. tested.Select(row => margins[row])];

        // What a calibration would learn from folds in time is how the base rate moved since, which a model of all rows knows already.
        (Calibrator calibrator, double[] probabilities) = data.Times is null
            ? CalibrationChoice.Choose(said, outcomes, settings.Seed)
            : (new AsItIs(), [.. said.Select(LogOdds.ToProbability)]);
        Training training = Judge(data, settings, kind, splits, probabilities, outcomes, best.Share);
        bool hasSkill = training.Skill is not Skill.None;
        LogisticModel sum = logistic.Fit(best.Ridge, cancellation);
        TreePart? part = best.Trees is { } chosen && hasSkill ? new BoostingTraining(data, settings).Fit(chosen, cancellation) : null;
        return new TrainedModel([.. data.Features.Columns.Select(column => new ModelColumn(column.Name, column.Kind))], sum, part, calibrator, training);
    }

    /// <summary>What probabilities of rows that were not learned from are worth: figures with their intervals, and the skill.</summary>
    internal static Training Judge(LearnData data, LearnSettings settings, string kind, Split[] splits, double[] probabilities, bool[] outcomes, double treeShare)
    {
        double share = (double)outcomes.Count(outcome => outcome) / outcomes.Length;
        double[] bases = [.. outcomes.Select(_ => share)];
        (double mean, double error) = GainOverBase(probabilities, bases, outcomes, FoldsOf(splits));
        MetricSet figures = MetricSet.Of(probabilities, outcomes);
        Interval auc = Bootstrap.Of(probabilities, outcomes, Metrics.Auc, Samples, settings.Seed);
        int positives = data.Positives;
        bool isMany = Math.Min(positives, data.Labels.Length - positives) >= InputCheck.RecommendedOfEach;
        Skill skill = -mean <= error || !(auc.Low > .5) ? Skill.None
            : -mean > 2 * error && -mean >= GoodGain * Metrics.LogLoss(bases, outcomes) && isMany ? Skill.Good
            : Skill.Weak;
        return new Training(
            skill,
            data.Labels.Length,
            positives,
            kind,
            splits.Length,
            figures,
            auc,
            Bootstrap.Of(probabilities, outcomes, Metrics.LogLoss, Samples, settings.Seed),
            -mean,
            error,
            treeShare,
            CalibrationBin.Of(probabilities, outcomes),
            settings.Seed,
            settings.Lineage.OrderBy(pair => pair.Key, StringComparer.Ordinal).ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal));
    }

    /// <summary>The mean difference of the log-loss to that of the base rate, with its standard error: over rows, or over folds where these differ more than rows would let them.</summary>
    private static (double Mean, double Error) GainOverBase(double[] probabilities, double[] bases, bool[] outcomes, int[] folds)
    {
        (double mean, double error) = PairedLoss.Of(probabilities, bases, outcomes);
        double[] parts =
        [
            .. Enumerable.Range(0, outcomes.Length).GroupBy(row => folds[row])
                .Select(rows => rows.Average(row => Metrics.LogLoss(probabilities[row], outcomes[row]) - Metrics.LogLoss(bases[row], outcomes[row]))),
        ];
        double middle = parts.Average();
        double spread = parts.Length < 2 ? 0 : Math.Sqrt(parts.Sum(part => (part - middle) * (part - middle)) / (parts.Length - 1) / parts.Length);
        return (mean, Math.Max(error, spread));
    }

    /// <summary>The fold of every tested row, in the order of the rows.</summary>
    private static int[] FoldsOf(Split[] splits) =>
        [.. splits.SelectMany((split, fold) => split.Test.Select(row => (row, fold))).OrderBy(pair => pair.row).Select(pair => pair.fold)];

    private static Dictionary<string, int> Followed(LearnData data, LearnSettings settings) => settings.Monotone
        .Where(pair => pair.Value != 0 && data.Features.Find(pair.Key) is { Kind: ColumnKind.Number })
        .ToDictionary(pair => pair.Key, pair => Math.Sign(pair.Value), StringComparer.Ordinal);

    private static bool HasBoth(bool[] labels, int[] rows) => rows.Any(row => labels[row]) && rows.Any(row => !labels[row]);

    private static void AddNotes(TrainedModel model, List<LearnNote> notes)
    {
        Training training = model.Training;
        int fewest = Math.Min(training.Positives, training.Rows - training.Positives);
        if (fewest < InputCheck.RecommendedOfEach)
        {
            notes.Add(InputCheck.Note("few-labels", ("fewest", fewest), ("recommended", InputCheck.RecommendedOfEach)));
        }

        if (training.Skill is Skill.None)
        {
            notes.Add(InputCheck.Note("no-skill", ("base", training.BaseRate), ("gain", training.GainOverBase), ("error", training.GainError)));
        }
    }
}
