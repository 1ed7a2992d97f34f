using System.CommandLine;
using ProdSales.Host.Commands;
using ProdSales.Host.Speech;
using ProdSales.Predictions.Definition;
using ProdSales.Predictions.Scoring;
using ProdSales.Warehouse;

namespace ProdSales.Host.Predictions;

/// <summary><c>prodsales predict</c>: scores what is open on a day and loads the scores.</summary>
internal static class PredictCommand
{
    internal static Command Create()
    {
        Argument<string[]> names = PredictionName.Several();
        Option<FileInfo> database = CommonOptions.RequiredDatabase();
        Option<DateOnly?> day = new("--on") { Description = "The day as of which to score, with what was known then; the last day of the warehouse unless told." };
        Command command = new("predict", "Scores what is open on a day by the models of the warehouse, and loads the scores with their reasons.") { names, database, day };
        command.SetAction((parsed, cancellation) => Task.Run(
            () => Score(PredictionName.Find(parsed.GetValue(names) ?? []), parsed.GetValue(database)!, parsed.GetValue(day), Speaker.Of(parsed), cancellation),
            cancellation));
        return command;
    }

    private static int Score(IReadOnlyList<Prediction> predictions, FileInfo file, DateOnly? day, Speaker speaker, CancellationToken cancellation)
    {
        using WarehouseDatabase warehouse = WarehouseFiles.OpenExisting(file);
        ScoringRun run = new(warehouse, TimeProvider.System);
        bool isFine = true;
        foreach (Prediction prediction in predictions)
        {
            ScoringResult result = run.Score(prediction, day, cancellation);
            foreach (string line in PredictionText.Lines(result, speaker))
            {
                Console.WriteLine(line);
            }

            isFine &= result.ModelIds.Count > 0 && result.Problems.Count == 0;
        }

        return isFine ? CommandLine.Fine : CommandLine.Failed;
    }
}
