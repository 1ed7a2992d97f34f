using ProdSales.Learning.Evaluation;

namespace ProdSales.Predictions.Trial;

/// <summary>Judges a challenger by what it and the champion said of the same subjects before anybody knew what would come.</summary>
public static class TrialRule
{
    /// <summary>Judges.</summary>
    /// <param name="rows">Scores with known outcomes, from days of which neither model knew outcomes when it was trained.</param>
    /// <param name="cyclesBefore">How many cycles of this challenger have ended undecided.</param>
    /// <param name="settings">The rule.</param>
    /// <returns>
    /// Promote where the interval of the paired difference of log-loss lies wholly on the challenger's side and it ranks nearly as well; retire where the interval lies wholly on the
    /// champion's side, where the challenger ranks worse, or where the last cycle is over; wait otherwise.
    /// </returns>
    public static TrialVerdict Judge(IReadOnlyList<TrialRow> rows, int cyclesBefore, TrialSettings settings)
    {
        int positives = rows.Count(row => row.Outcome);
        bool[] outcomes = [.. rows.Select(row => row.Outcome)];
        double[] champion = [.. rows.Select(row => row.Champion)];
        double[] challenger = [.. rows.Select(row => row.Challenger)];
        if (Math.Min(positives, rows.Count - positives) < settings.LeastOfEach)
        {
            return Verdict(TrialDecision.Wait, "too-few-outcomes", cyclesBefore, new Interval(double.NaN, double.NaN));
        }

        Interval interval = GroupBootstrap.Of(
            rows.Select(row => (row.Group, Metrics.LogLoss(row.Challenger, row.Outcome) - Metrics.LogLoss(row.Champion, row.Outcome))), settings.Samples, settings.Seed);
        (TrialDecision decision, string reason) = interval switch
        {
            { High: < 0 } when Metrics.Auc(challenger, outcomes) >= settings.LeastAucShare * Metrics.Auc(champion, outcomes) => (TrialDecision.Promote, "better"),
            { High: < 0 } => (TrialDecision.Retire, "ranks-worse"),
            { Low: > 0 } => (TrialDecision.Retire, "worse"),
            _ when cyclesBefore + 1 >= settings.MostCycles => (TrialDecision.Retire, "undecided-too-long"),
            _ => (TrialDecision.Wait, "no-difference"),
        };
        return Verdict(decision, reason, cyclesBefore + 1, interval);

        TrialVerdict Verdict(TrialDecision what, string why, int cycle, Interval difference) => new(
            what,
            why,
            cycle,
            rows.Count == 0 ? null : rows.Min(row => row.AsOf),
            rows.Count == 0 ? null : rows.Max(row => row.AsOf),
            rows.Count,
            rows.Select(row => row.Group).Distinct(StringComparer.Ordinal).Count(),
            positives,
            Metrics.LogLoss(champion, outcomes),
            Metrics.LogLoss(challenger, outcomes),
            PairedLoss.Of(challenger, champion, outcomes).Mean,
            difference.Low,
            difference.High,
            Metrics.Auc(champion, outcomes),
            Metrics.Auc(challenger, outcomes));
    }
}
