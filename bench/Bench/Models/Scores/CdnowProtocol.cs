using ProdSales.Learning.Data;
using ProdSales.Learning.Evaluation;
using ProdSales.Learning.Lifetimes;
using ProdSales.Learning.Selection;
using ProdSales.Learning.Splitting;

namespace ProdSales.Bench.Models.Scores;

/// <summary>Churn of customers without contracts.</summary>
internal sealed class CdnowProtocol : IProtocol
{
    private const double Weeks = 39;

    /// <inheritdoc/>
    public string Id => "C2";

    /// <inheritdoc/>
    public string Question => "CDNOW: no purchase in 39 weeks after 1997-09-30, five stratified folds of seed 42 over customers by id, mean of folds; BG/NBD without labels on all customers.";

    /// <inheritdoc/>
    public string? Absence(DataFolder data) => CdnowData.Absence(data);

    /// <inheritdoc/>
    public IEnumerable<Figure> Measure(DataFolder data)
    {
        LearnData rows = CdnowData.Read(data);
        string note = CdnowData.Note(rows);
        HeldOutPart[] parts = [.. HoldOut.Judge(rows, Folds.Stratified(rows.Labels, 5, 42), new LearnSettings(), CancellationToken.None)];
        yield return new Figure("AUC", parts.Mean(part => part.Figures!.Auc), Bar.AtLeast(.768, .773, .78), note);
        yield return new Figure("log-loss", parts.Mean(part => part.Figures!.LogLoss), Bar.AtMost(.494, .490, .485), note);
        yield return new Figure("ECE10", parts.Mean(part => part.Figures!.CalibrationError), Bar.AtMost(.02, .012, .01), $"{note}; {PerfectNote([.. parts.Select(part => part.Probabilities)])}".TrimStart(';', ' '));
        double[] pooled = [.. parts.SelectMany(part => part.Probabilities)];
        yield return new Figure("ECE10, folds pooled", Metrics.CalibrationError(pooled, [.. parts.SelectMany(part => part.Labels)]), null, $"{note}; {PerfectNote([pooled])}".TrimStart(';', ' '));

        Table table = rows.Features;
        PurchaseHistory[] histories =
        [
            .. Enumerable.Range(0, table.RowCount).Select(row => new PurchaseHistory(
                (int)table.Column("purchases").Values[row] - 1, table.Column("recency").Values[row], table.Column("age").Values[row])),
        ];
        BgNbd lifetimes = BgNbd.Fit(histories, CancellationToken.None);
        double[] probabilities = [.. histories.Select(history => lifetimes.NoPurchase(history, Weeks))];
        MetricSet figures = MetricSet.Of(probabilities, rows.Labels);
        yield return new Figure("AUC, BG/NBD without labels", figures.Auc, Bar.AtLeast(null, .745, .745), note);
        yield return new Figure("log-loss, BG/NBD", figures.LogLoss, null, note);
    }

    /// <summary>What the error would be by chance alone if the probabilities were right, in the mean of some sets of rows.</summary>
    private static string PerfectNote(double[][] sets)
    {
        MersenneTwister random = new(1);
        double chance = sets.Mean(probabilities =>
        {
            double sum = 0;
            for (int draw = 0; draw < 50; draw++)
            {
                bool[] drawn = [.. probabilities.Select(probability => random.Next() < probability * uint.MaxValue)];
                sum += Metrics.CalibrationError(probabilities, drawn);
            }

            return sum / 50;
        });
        return FormattableString.Invariant($"a right probability shows {chance:0.000} by chance in {sets.Mean(set => set.Length):0} rows");
    }
}
