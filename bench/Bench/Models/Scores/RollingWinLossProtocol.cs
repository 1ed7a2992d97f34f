using ProdSales.Learning.Data;
using ProdSales.Learning.Evaluation;
using ProdSales.Learning.Selection;
using ProdSales.Learning.Splitting;

namespace ProdSales.Bench.Models.Scores;

/// <summary>Win probability when the model is trained again as deals come in.</summary>
internal sealed class RollingWinLossProtocol : IProtocol
{
    private const int Tenths = 10;

    /// <inheritdoc/>
    public string Id => "W2";

    /// <inheritdoc/>
    public string Question => "The same columns, deals in the order of their numbers: tenths 6 to 10 each judged by a model of all tenths before, pooled.";

    /// <inheritdoc/>
    public string? Absence(DataFolder data) => data.Absent(WinLossData.TrainFile);

    /// <inheritdoc/>
    public IEnumerable<Figure> Measure(DataFolder data)
    {
        Table table = WinLossData.AllEarly(data);
        LearnData rows = new(table.Without(["label", "number"]), QueryTable.Labels(table, "label"), table.Column("number").Values.ToArray());
        int[] order = [.. Enumerable.Range(0, table.RowCount).OrderBy(row => rows.Times![row])];
        Split[] splits = [.. Enumerable.Range(Tenths / 2, Tenths / 2).Select(tenth => new Split(order[..Edge(tenth, order)], order[Edge(tenth, order)..Edge(tenth + 1, order)]))];
        HeldOutPart[] parts = [.. HoldOut.Judge(rows, splits, new LearnSettings(), CancellationToken.None)];
        MetricSet figures = MetricSet.Of([.. parts.SelectMany(part => part.Probabilities)], [.. parts.SelectMany(part => part.Labels)]);
        string note = data.Has(WinLossData.TestFile) ? "" : FormattableString.Invariant($"the training file's {table.RowCount} deals; the test file is not there");
        yield return new Figure("AUC, pooled", figures.Auc, Bar.AtLeast(.825, .835, .845), note);
        yield return new Figure("log-loss, pooled", figures.LogLoss, Bar.AtMost(.405, .396, .388), note);
        yield return new Figure("ECE10, pooled", figures.CalibrationError, Bar.AtMost(.025, .012, .008), note);
    }

    private static int Edge(int tenth, int[] order) => (int)((long)order.Length * tenth / Tenths);
}
