using System.CommandLine;
using ProdSales.Host.Commands;
using ProdSales.Host.Speech;
using ProdSales.Learning.Selection;
using ProdSales.Predictions.Definition;
using ProdSales.Predictions.Training;
using ProdSales.Warehouse;

namespace ProdSales.Host.Predictions;

/// <summary><c>prodsales train</c>: learns predictions from a warehouse and keeps the models in it.</summary>
internal static class TrainCommand
{
    internal static Command Create()
    {
        Argument<string[]> names = PredictionName.Several();
        Option<FileInfo> database = CommonOptions.RequiredDatabase();
        Option<DateOnly?> known = new("--known") { Description = "The day up to which outcomes count as known; the last day of the warehouse unless told." };
        Option<uint> seed = new("--seed") { Description = "Seed of folds, samples and trees; the same data and seed give the same bytes.", DefaultValueFactory = _ => 42 };
        Command command = new("train", "Learns predictions from a warehouse. The first model of a prediction serves at once; a further one challenges it.") { names, database, known, seed };
        command.SetAction((parsed, cancellation) => Task.Run(
            () => Train(
                PredictionName.Find(parsed.GetValue(names) ?? []),
                parsed.GetValue(database)!,
                parsed.GetValue(known),
                new LearnSettings { Seed = parsed.GetValue(seed) },
                Speaker.Of(parsed),
                cancellation),
            cancellation));
        return command;
    }

    private static int Train(
        IReadOnlyList<Prediction> predictions, FileInfo file, DateOnly? known, LearnSettings settings, Speaker speaker, CancellationToken cancellation)
    {
        using WarehouseDatabase warehouse = WarehouseFiles.OpenExisting(file);
        ModelTraining training = new(warehouse, TimeProvider.System);
        int refused = 0;
        Console.Error.WriteLine(Begun(0));
        foreach ((int index, TrainingResult result) in training.Train(predictions, known, settings, cancellation).Index())
        {
            foreach (string line in PredictionText.Lines(result, speaker))
            {
                Console.WriteLine(line);
            }

            refused += result.Model is null ? 1 : 0;
            if (index + 1 < predictions.Count)
            {
                Console.Error.WriteLine(Begun(index + 1));
            }
        }

        return refused == predictions.Count ? CommandLine.Failed : CommandLine.Fine;

        string Begun(int at) => speaker.Say("predict.training", ("at", at + 1), ("of", predictions.Count), ("prediction", predictions[at].Name));
    }
}
