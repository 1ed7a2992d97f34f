using ProdSales.Learning.Data;
using ProdSales.Learning.Evaluation;
using ProdSales.Learning.Selection;
using ProdSales.Learning.Splitting;

namespace ProdSales.Bench.Models.Scores;

/// <summary>Honesty where nothing can be known.</summary>
internal sealed class MavenEngageProtocol : IProtocol
{
    private static readonly string[] Known =
        ["sales_agent", "product", "account", "manager", "regional_office", "sector", "year_established", "revenue", "employees", "office_location", "series", "sales_price", "engage_date"];

    /// <inheritdoc/>
    public string Id => "W3";

    /// <inheritdoc/>
    public string Question => "Maven CRM at the day of engagement, learned from deals closed before 2017-09-01 and judged on deals engaged from then on: nothing can be known, and that must be said.";

    /// <inheritdoc/>
    public string? Absence(DataFolder data) => data.Absent(MavenData.Files);

    /// <inheritdoc/>
    public IEnumerable<Figure> Measure(DataFolder data)
    {
        Table table = MavenData.Closed(data);
        double cut = MavenData.Day(2017, 9, 1);
        double[] closed = table.Column("close_date").Values.ToArray();
        double[] engaged = table.Column("engage_date").Values.ToArray();
        LearnData rows = new(table.Only(Known), QueryTable.Labels(table, "label"), engaged);
        Split split = new([.. Rows(row => closed[row] < cut)], [.. Rows(row => engaged[row] >= cut)]);
        HeldOutPart part = HoldOut.Judge(rows, [split], new LearnSettings(), CancellationToken.None).Single();
        double share = split.Train.Average(row => rows.Labels[row] ? 1d : 0d);
        double baseLoss = Metrics.LogLoss([.. split.Test.Select(_ => share)], part.Labels);
        yield return new Figure("AUC", part.Figures!.Auc, Bar.Near(.505, .065, .065, .065), $"skill: {part.Outcome.Model!.Training.Skill}; {split.Train.Length} learned from, {split.Test.Length} judged");
        yield return new Figure("log-loss above the base rate's", part.Figures.LogLoss - baseLoss, Bar.AtMost(.006, .003, .0000001), FormattableString.Invariant($"base rate {baseLoss:0.0000}"));

        IEnumerable<int> Rows(Func<int, bool> isChosen) => Enumerable.Range(0, table.RowCount).Where(isChosen);
    }
}
