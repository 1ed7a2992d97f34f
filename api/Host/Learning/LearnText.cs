using ProdSales.Host.Speech;
using ProdSales.Learning.Data;
using ProdSales.Learning.Evaluation;
using ProdSales.Learning.Explanation;
using ProdSales.Learning.Leaks;
using ProdSales.Learning.Selection;
using ProdSales.Learning.Trained;

namespace ProdSales.Host.Learning;

/// <summary>Tells what was learned from a table, for a person to read.</summary>
internal sealed class LearnText(Speaker speaker)
{
    private const int Samples = 200;
    private const int MostColumns = 10;

    internal void Begin(string file, TextTable table, string label, string positive)
    {
        Say("learn.begin", ("file", file), ("rows", table.RowCount), ("columns", table.Names.Count), ("label", label), ("positive", positive));
        if (table.Skipped > 0)
        {
            Say("learn.skipped", ("rows", table.Skipped));
        }
    }

    internal void Leaks(IReadOnlyList<LeakFinding> findings, HashSet<string> kept)
    {
        foreach (LeakFinding finding in findings)
        {
            string why = speaker.Say($"leak.{finding.Code}", finding.Facts);
            Say(kept.Contains(finding.Column) ? "learn.leak-kept" : "learn.leak-left", ("column", finding.Column), ("why", why), ("code", finding.Code));
        }

        if (findings.Count == 0)
        {
            Say("learn.no-leak");
        }
    }

    internal void Notes(IReadOnlyList<LearnNote> notes)
    {
        foreach (LearnNote note in notes)
        {
            Console.WriteLine(speaker.Say($"learn-note.{note.Code}", note.Facts));
        }
    }

    internal void Skill(Training training) => Say(
        $"learn.skill-{training.Skill.ToString().ToLowerInvariant()}",
        ("gain", training.GainOverBase), ("error", training.GainError), ("positives", training.Positives), ("negatives", training.Rows - training.Positives), ("base", training.BaseRate));

    internal void HeldOut(HeldOutPart[] parts, uint seed)
    {
        if (parts.Length == 0)
        {
            return;
        }

        double[] probabilities = [.. parts.SelectMany(part => part.Probabilities)];
        bool[] labels = [.. parts.SelectMany(part => part.Labels)];
        MetricSet figures = MetricSet.Of(probabilities, labels);
        Say("learn.held-out", ("rows", figures.Rows), ("parts", parts.Length));
        Line("learn.auc", figures.Auc, Bootstrap.Of(probabilities, labels, Metrics.Auc, Samples, seed));
        Line("learn.log-loss", figures.LogLoss, Bootstrap.Of(probabilities, labels, Metrics.LogLoss, Samples, seed), ("base", figures.BaseLogLoss));
        Line("learn.brier", figures.Brier, Bootstrap.Of(probabilities, labels, Metrics.Brier, Samples, seed));
        Line("learn.precision", figures.AveragePrecision, Bootstrap.Of(probabilities, labels, Metrics.AveragePrecision, Samples, seed));
        Line("learn.lift", figures.Lift, Bootstrap.Of(probabilities, labels, Metrics.Lift, Samples, seed));
        Say("learn.calibration", ("width", figures.CalibrationError), ("tenths", figures.CalibrationErrorOfTenths), ("slope", figures.CalibrationSlope));
        foreach (CalibrationBin bin in CalibrationBin.Of(probabilities, labels))
        {
            Say("learn.bin", ("said", bin.Said), ("came", bin.Came), ("rows", bin.Rows));
        }
    }

    internal void Model(TrainedModel model, Table table)
    {
        if (model.Training.Skill is ProdSales.Learning.Trained.Skill.None)
        {
            return;
        }

        Say("learn.blend", ("trees", model.Training.TreeShare), ("calibrator", speaker.Say($"learn.calibrator-{model.Calibrator.GetType().Name.ToLowerInvariant()}")));
        Say("learn.matters");
        foreach ((string column, double share) in Reasons.Overall(model.Score(table), [.. model.Columns.Select(column => column.Name)]).Where(pair => pair.Share > 0).Take(MostColumns))
        {
            Say("learn.matter", ("column", column), ("share", share));
        }
    }

    internal void Written(string file, string hash) => Say("learn.written", ("file", file), ("hash", hash));

    private void Line(string key, double value, Interval interval, params ReadOnlySpan<(string Name, object Value)> facts) =>
        Console.WriteLine(speaker.Say(key, [("value", value), ("low", interval.Low), ("high", interval.High), .. facts]));

    private void Say(string key, params ReadOnlySpan<(string Name, object Value)> facts) => Console.WriteLine(speaker.Say(key, facts));
}
