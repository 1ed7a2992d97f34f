using ProdSales.Learning.Data;
using ProdSales.Learning.Evaluation;
using ProdSales.Learning.Selection;
using ProdSales.Learning.Splitting;

namespace ProdSales.Bench.Models.Scores;

/// <summary>Win probability at the moment at which a deal is opened.</summary>
internal sealed class WinLossProtocol : IProtocol
{
    /// <inheritdoc/>
    public string Id => "W1";

    /// <inheritdoc/>
    public string Question => "IBM win-loss, nine columns known early, learned from the training file and judged on the test file; without that file, on a stratified third of the training file (seed 42).";

    /// <inheritdoc/>
    public string? Absence(DataFolder data) => data.Absent(WinLossData.TrainFile);

    /// <inheritdoc/>
    public IEnumerable<Figure> Measure(DataFolder data)
    {
        (LearnData rows, Split split, string note) = Parts(data);
        HeldOutPart part = HoldOut.Judge(rows, [split], new LearnSettings(), CancellationToken.None).Single();
        MetricSet figures = part.Figures!;
        yield return new Figure("AUC", figures.Auc, Bar.AtLeast(.83, .838, .85), note);
        yield return new Figure("log-loss", figures.LogLoss, Bar.AtMost(.400, .391, .380), note);
        yield return new Figure("ECE10", figures.CalibrationError, Bar.AtMost(.02, .012, .010), note);
        yield return new Figure("average precision", figures.AveragePrecision);
        yield return new Figure("share of trees", part.Outcome.Model!.Training.TreeShare);
    }

    private static (LearnData Rows, Split Split, string Note) Parts(DataFolder data)
    {
        Table train = WinLossData.Early(data.PathOf(WinLossData.TrainFile));
        if (!data.Has(WinLossData.TestFile))
        {
            LearnData own = Of(train);
            return (own, Folds.Stratified(own.Labels, 3, 42)[0], "the test file is not there");
        }

        Table test = WinLossData.Early(data.PathOf(WinLossData.TestFile));
        Table both = WinLossData.Joined(train, test);
        return (Of(both), new Split([.. Enumerable.Range(0, train.RowCount)], [.. Enumerable.Range(train.RowCount, test.RowCount)]), "");
    }

    private static LearnData Of(Table table) => new(table.Without(["label", "number"]), QueryTable.Labels(table, "label"));
}
