using System.CommandLine;
using ProdSales.Host.Commands;
using ProdSales.Host.Speech;
using ProdSales.Learning.Leaks;
using ProdSales.Learning.Selection;
using ProdSales.Learning.Splitting;
using ProdSales.Learning.Trained;

namespace ProdSales.Host.Learning;

/// <summary><c>prodsales learn FILE --label COLUMN</c>: learns yes or no from any table, and says how much can be known.</summary>
internal static class LearnCommand
{
    private const int ManyRows = 20_000;
    private const int Folded = 5;

    internal static Command Create()
    {
        Argument<FileInfo> file = new("file") { Description = "CSV, Parquet or another table, one row a case." };
        Option<string> label = new("--label") { Description = "The column with the outcome.", Required = true };
        Option<string?> positive = new("--positive") { Description = "The value of the outcome that is asked about; needed where there are more than two." };
        Option<string?> time = new("--time") { Description = "The date column that says when each row is asked about; rows are then judged in the order of time." };
        Option<double> horizon = new("--horizon") { Description = "Days until an outcome is known; so many lie between rows learned from and rows judged, where there is --time." };
        Option<string?> group = new("--group") { Description = "The column of what belongs together, as the customer: never learned from and judged at once." };
        Option<string[]> without = new("--without") { Description = "A column to leave out. May be given again." };
        Option<string[]> keep = new("--keep") { Description = "A column to learn from although the leak scan names it. May be given again." };
        Option<FileInfo?> target = new("--out") { Description = "Where to write the model, for 'prodsales score'." };
        Option<uint> seed = new("--seed") { Description = "Seed of folds and trees; the same file and seed make the same model.", DefaultValueFactory = _ => 42 };
        Command command = new("learn", "Learns yes or no from a table: leak scan, skill, figures on rows that were held out, calibration, and what matters.")
        {
            file, label, positive, time, horizon, group, without, keep, target, seed,
        };
        command.SetAction((parsed, cancellation) => Task.Run(
            () =>
            {
                LearnRequest request = new(parsed.GetValue(label)!, parsed.GetValue(positive), parsed.GetValue(time), parsed.GetValue(group), parsed.GetValue(without) ?? []);
                LearnSettings settings = new() { Seed = parsed.GetValue(seed), Embargo = parsed.GetValue(horizon) };
                TextTable table = TextTable.Read(parsed.GetValue(file)!, cancellation);
                string outcome = request.PositiveOf(table);
                LearnText text = new(Speaker.Of(parsed));
                text.Begin(parsed.GetValue(file)!.Name, table, request.Label, outcome);
                return Learn(request.Rows(table, outcome), request, settings, [.. parsed.GetValue(keep) ?? []], text, parsed.GetValue(target), cancellation);
            },
            cancellation));
        return command;
    }

    private static int Learn(LearnData data, LearnRequest request, LearnSettings settings, HashSet<string> kept, LearnText text, FileInfo? target, CancellationToken cancellation)
    {
        IReadOnlyList<LeakFinding> findings = LeakScan.Run(data.Features, data.Labels, new LeakContext { AsOf = request.Time }, cancellation);
        text.Leaks(findings, kept);
        LearnData clean = data with { Features = data.Features.Without([.. findings.Select(finding => finding.Column).Where(column => !kept.Contains(column)), .. request.Time is null ? Array.Empty<string>() : [request.Time]]) };
        if (clean.Features.Columns.Count == 0)
        {
            throw new RefusedException("learn-no-columns");
        }

        LearnOutcome outcome = Learner.Learn(clean, settings, cancellation);
        if (outcome.Refusal is { } refusal)
        {
            throw new RefusedException($"learn-{refusal.Code}", [.. refusal.Facts.Select(fact => (fact.Key, fact.Value))]);
        }

        TrainedModel model = outcome.Model!;
        text.Notes(outcome.Notes);
        text.Skill(model.Training);
        text.HeldOut([.. HoldOut.Judge(clean, SplitsOf(clean, settings), settings, cancellation).Where(part => part.Figures is not null)], settings.Seed);
        text.Model(model, clean.Features);
        if (target is not null)
        {
            byte[] bytes = ModelBytes.Write(model);
            File.WriteAllBytes(target.FullName, bytes);
            text.Written(target.FullName, ModelBytes.Sha256Of(bytes));
        }

        return CommandLine.Fine;
    }

    /// <summary>The rows that no choice sees: in time the last fifth, else a fifth, and each fifth in turn where that does not take long.</summary>
    private static Split[] SplitsOf(LearnData data, LearnSettings settings)
    {
        Split[] splits = data switch
        {
            { Times: { } times } => [Folds.LastShare(times, .2, settings.Embargo)],
            { Groups: { } groups } => Folds.Grouped(groups, Folded),
            _ => Folds.Stratified(data.Labels, Folded, settings.Seed),
        };
        return data.Labels.Length > ManyRows ? [splits[0]] : splits;
    }
}
