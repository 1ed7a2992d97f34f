using ProdSales.Learning.Evaluation;
using ProdSales.Learning.Selection;
using ProdSales.Learning.Splitting;

namespace ProdSales.Bench.Models.Scores;

/// <summary>Which open deals are won within 30 days.</summary>
internal sealed class MavenLandmarkProtocol : IProtocol
{
    /// <inheritdoc/>
    public string Id => "W4";

    /// <inheritdoc/>
    public string Question => "Maven CRM, open deals on Mondays, won within 30 days; features from deals closed before; learned from snapshots to 2017-08-02, judged on 2017-09-01 to 2017-12-01.";

    /// <inheritdoc/>
    public string? Absence(DataFolder data) => data.Absent(MavenData.Files);

    /// <inheritdoc/>
    public IEnumerable<Figure> Measure(DataFolder data)
    {
        LearnData rows = MavenData.Landmarks(data);
        (double learned, double from, double to) = (MavenData.Day(2017, 8, 2), MavenData.Day(2017, 9, 1), MavenData.Day(2017, 12, 1));
        Split split = new(
            [.. Enumerable.Range(0, rows.Labels.Length).Where(row => rows.Times![row] <= learned)],
            [.. Enumerable.Range(0, rows.Labels.Length).Where(row => rows.Times![row] >= from && rows.Times[row] <= to)]);
        HeldOutPart part = HoldOut.Judge(rows, [split], new LearnSettings { Embargo = 30 }, CancellationToken.None).Single();
        MetricSet figures = part.Figures!;
        string note = FormattableString.Invariant($"{split.Train.Length} learned from, {split.Test.Length} judged, base rate {figures.Positives / (double)figures.Rows:0.000}");
        yield return new Figure("AUC", figures.Auc, Bar.AtLeast(.86, .878, .89), note);
        yield return new Figure("average precision", figures.AveragePrecision, Bar.AtLeast(.35, .39, .43));
        yield return new Figure("ECE10", figures.CalibrationError, Bar.AtMost(.03, .02, .015));
        yield return new Figure("log-loss", figures.LogLoss);
        yield return new Figure("share of trees", part.Outcome.Model!.Training.TreeShare);
    }
}
