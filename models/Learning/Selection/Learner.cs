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

    /// <summary>The folds that rows are judged by: in time where rows have times, else with groups together, else with equal shares of the outcome.</summary>
    internal static (string Kind, Split[] Splits) SplitsOf(LearnData data, LearnSettings settings)
    {
        int count = data.Labels.Length > ManyRows ? 3 : 5;
        (string kind, Split[] splits) = data switch
        {
            { Times: { } times } => ("in-time", WithGroupsApart(Folds.InTime(times, count, settings.Embargo), data.Groups)),
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
        (double[] margins, double ridge) = logistic.OutOfFolds(splits, tested, cancellation);
        (BoostingSettings Settings, double Share)? trees = null;
        if (settings.Library.IsAvailable)
        {
            (double[] grown, BoostingSettings best) = new BoostingTraining(data, settings).OutOfFolds(splits, tested, cancellation);
            double share = BestShare(margins, grown, data.Labels, tested);
            trees = share > 0 ? (best, share) : null;
            margins = OutOfFold.Blend(margins, grown, share);
        }
        else
        {
            notes.Add(InputCheck.Note("boosting-unavailable", ("reason", settings.Library.Problem!)));
        }

        (Calibrator calibrator, double[] probabilities) = CalibrationChoice.Choose([.. tested.Select(row => margins[row])], outcomes, settings.Seed);
        Training training = Judge(data, settings, kind, splits, probabilities, outcomes, trees?.Share ?? 0);
        bool hasSkill = training.Skill is not Skill.None;
        LogisticModel sum = logistic.Fit(ridge, cancellation);
        TreePart? part = trees is { } chosen && hasSkill ? new BoostingTraining(data, settings).Fit(chosen.Settings, cancellation) : null;
        return new TrainedModel([.. data.Features.Columns.Select(column => new ModelColumn(column.Name, column.Kind))], sum, part, calibrator, training);
    }

    private static Training Judge(LearnData data, LearnSettings settings, string kind, Split[] splits, double[] probabilities, bool[] outcomes, double treeShare)
    {
        double[] bases = BaseRates(data, splits);
        (double mean, double error) = PairedLoss.Of(probabilities, bases, outcomes);
        MetricSet figures = MetricSet.Of(probabilities, outcomes);
        int positives = data.Positives;
        bool isMany = Math.Min(positives, data.Labels.Length - positives) >= InputCheck.RecommendedOfEach;
        Skill skill = -mean <= error ? Skill.None
            : -mean > 2 * error && -mean >= GoodGain * Metrics.LogLoss(bases, outcomes) && isMany ? Skill.Good
            : Skill.Weak;
        return new Training(
            skill,
            data.Labels.Length,
            positives,
            kind,
            splits.Length,
            figures,
            Bootstrap.Of(probabilities, outcomes, Metrics.Auc, Samples, settings.Seed),
            Bootstrap.Of(probabilities, outcomes, Metrics.LogLoss, Samples, settings.Seed),
            -mean,
            error,
            treeShare,
            CalibrationBin.Of(probabilities, outcomes),
            settings.Seed,
            settings.Lineage.OrderBy(pair => pair.Key, StringComparer.Ordinal).ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal));
    }

    /// <summary>The share of trees in the blend that makes the least log-loss.</summary>
    private static double BestShare(double[] sums, double[] trees, bool[] labels, int[] tested) =>
        Enumerable.Range(0, 11).Select(tenths => tenths / 10d).MinBy(share => OutOfFold.Loss(OutOfFold.Blend(sums, trees, share), labels, tested));

    /// <summary>The base rate of what each fold learned from, for the rows that it tested, in the order of the rows.</summary>
    private static double[] BaseRates(LearnData data, Split[] splits) =>
    [
        .. splits.SelectMany(split =>
            {
                double share = split.Train.Count(row => data.Labels[row]) / (double)split.Train.Length;
                return split.Test.Select(row => (row, share));
            })
            .OrderBy(pair => pair.row).Select(pair => pair.share),
    ];

    private static Dictionary<string, int> Followed(LearnData data, LearnSettings settings) => settings.Monotone
        .Where(pair => pair.Value != 0 && data.Features.Find(pair.Key) is { Kind: ColumnKind.Number })
        .ToDictionary(pair => pair.Key, pair => Math.Sign(pair.Value), StringComparer.Ordinal);

    private static Split[] WithGroupsApart(Split[] splits, string?[]? groups) => groups is null ? splits :
    [
        .. splits.Select(split =>
        {
            HashSet<string> tested = [.. split.Test.Select(row => groups[row]).OfType<string>()];
            return split with { Train = [.. split.Train.Where(row => groups[row] is not { } group || !tested.Contains(group))] };
        }),
    ];

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
