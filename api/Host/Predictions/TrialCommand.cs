using System.CommandLine;
using ProdSales.Host.Commands;
using ProdSales.Host.Speech;
using ProdSales.Predictions.Definition;
using ProdSales.Predictions.Trial;
using ProdSales.Warehouse;

namespace ProdSales.Host.Predictions;

/// <summary><c>prodsales registry judge</c>: holds challengers against champions by what came.</summary>
internal static class TrialCommand
{
    internal static Command Create()
    {
        Argument<string[]> names = PredictionName.Several();
        Option<FileInfo> database = CommonOptions.RequiredDatabase();
        Option<bool> isOnlyTold = new("--only-tell") { Description = "Tells the verdict without anything following from it." };
        Command command = new("judge", "Holds challengers against champions by what came of what both said; a better one is promoted, a worse one retired.") { names, database, isOnlyTold };
        command.SetAction((parsed, cancellation) => Task.Run(
            () => Judge(PredictionName.Find(parsed.GetValue(names) ?? []), parsed.GetValue(database)!, !parsed.GetValue(isOnlyTold), Speaker.Of(parsed), cancellation),
            cancellation));
        return command;
    }

    private static int Judge(IReadOnlyList<Prediction> predictions, FileInfo file, bool isKept, Speaker speaker, CancellationToken cancellation)
    {
        using WarehouseDatabase warehouse = WarehouseFiles.OpenExisting(file);
        ChallengerTrial trial = new(warehouse, TimeProvider.System);
        foreach (Prediction prediction in predictions)
        {
            Console.WriteLine(PredictionText.Line(trial.Hold(prediction, isDue: false, isKept, cancellation), speaker));
        }

        return CommandLine.Fine;
    }
}
