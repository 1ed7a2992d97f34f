using ProdSales.Learning.Selection;
using ProdSales.Learning.Splitting;

namespace ProdSales.Bench.Models.Scores;

/// <summary>Churn of contracts.</summary>
internal sealed class TelcoProtocol : IProtocol
{
    /// <inheritdoc/>
    public string Id => "C1";

    /// <inheritdoc/>
    public string Question => "Telco churn, five stratified folds of seed 42, mean of folds; every choice is made anew inside the four folds that are learned from.";

    /// <inheritdoc/>
    public string? Absence(DataFolder data) => data.Absent(TelcoData.File);

    /// <inheritdoc/>
    public IEnumerable<Figure> Measure(DataFolder data)
    {
        LearnData rows = TelcoData.Read(data);
        HeldOutPart[] parts = [.. HoldOut.Judge(rows, Folds.Stratified(rows.Labels, 5, 42), new LearnSettings(), CancellationToken.None)];
        string note = TelcoData.Note(rows);
        double auc = parts.Mean(part => part.Figures!.Auc);
        yield return new Figure("AUC", auc, Bar.AtLeast(.845, .849, .853), $"{note}{(auc > .87 ? "above .87: treat as a leak" : "above .87 would be a leak")}");
        yield return new Figure("log-loss", parts.Mean(part => part.Figures!.LogLoss), Bar.AtMost(.4180, .4115, .406), note.TrimEnd(' ', ';'));
        yield return new Figure("Brier", parts.Mean(part => part.Figures!.Brier), Bar.AtMost(.1360, .1335, .132), note.TrimEnd(' ', ';'));
        yield return new Figure("ECE10", parts.Mean(part => part.Figures!.CalibrationError));
        yield return new Figure("share of trees", parts.Mean(part => part.Outcome.Model!.Training.TreeShare));
    }
}
