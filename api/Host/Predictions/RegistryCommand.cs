using System.CommandLine;
using ProdSales.Host.Commands;
using ProdSales.Host.Speech;
using ProdSales.Predictions.Cards;
using ProdSales.Predictions.Monitoring;
using ProdSales.Predictions.Registry;
using ProdSales.Warehouse;

namespace ProdSales.Host.Predictions;

/// <summary><c>prodsales registry</c>: the models of a warehouse, and which one serves.</summary>
internal static class RegistryCommand
{
    internal static Command Create()
    {
        Option<FileInfo> database = CommonOptions.RequiredDatabase();
        Command command = new("registry", "Lists the models of a warehouse, what each has shown, and which one serves.") { database };
        command.SetAction((parsed, cancellation) => Task.Run(() => List(parsed.GetValue(database)!, Speaker.Of(parsed)), cancellation));
        command.Add(Deciding("promote", "Lets a model serve; the one before it is retired and can be taken back.", "model", (registry, name, by, why) =>
        {
            registry.Promote(name, by, why);
            return name;
        }));
        command.Add(Deciding("challenge", "Lets a model score beside the one that serves, unseen.", "model", (registry, name, by, why) =>
        {
            registry.Challenge(name, by, why);
            return name;
        }));
        command.Add(Deciding("retire", "Takes a model out of use.", "model", (registry, name, by, why) =>
        {
            registry.Retire(name, by, why);
            return name;
        }));
        command.Add(Deciding("revert", "Lets the model serve again that served before.", "prediction", (registry, name, by, why) =>
            registry.Revert(PredictionName.Find(name).Name, by, why)));
        command.Add(Card());
        command.Add(TrialCommand.Create());
        return command;
    }

    private static Command Card()
    {
        Argument<string> name = new("model");
        Option<FileInfo> database = CommonOptions.RequiredDatabase();
        Option<string> data = new("--data") { Description = "What the warehouse holds, for the reader of the page.", DefaultValueFactory = _ => "the warehouse" };
        Command command = new("card", "Writes the page of a model: data, split, figures, calibration, features, and what it must not be used for.") { name, database, data };
        command.SetAction((parsed, cancellation) => Task.Run(
            () =>
            {
                using WarehouseDatabase warehouse = WarehouseFiles.OpenExisting(parsed.GetValue(database)!);
                string id = parsed.GetValue(name)!;
                RegisteredModel model = new ModelRegistry(warehouse, TimeProvider.System).List().FirstOrDefault(held => held.Id == id)
                    ?? throw new RefusedException("model-unknown", ("name", id));
                foreach (string line in ModelCard.Lines(PredictionName.Find(model.Prediction), model, parsed.GetValue(data)!))
                {
                    Console.WriteLine(line);
                }

                foreach (ModelAlarm alarm in new WatchLedger(warehouse).Alarms(isOpen: null).Where(alarm => alarm.ModelId == id))
                {
                    Console.WriteLine(PredictionText.Line(alarm, Speaker.Of(parsed)));
                }

                return CommandLine.Fine;
            },
            cancellation));
        return command;
    }

    private static Command Deciding(string verb, string description, string about, Func<ModelRegistry, string, string, string, string> decide)
    {
        Argument<string> name = new(about);
        Option<FileInfo> database = CommonOptions.RequiredDatabase();
        Option<string> by = new("--by") { Description = "Who decides; kept with the decision.", Required = true };
        Option<string> reason = new("--reason") { Description = "Why; kept with the decision.", Required = true };
        Command command = new(verb, description) { name, database, by, reason };
        command.SetAction((parsed, cancellation) => Task.Run(
            () =>
            {
                using WarehouseDatabase warehouse = WarehouseFiles.OpenExisting(parsed.GetValue(database)!);
                ModelRegistry registry = new(warehouse, TimeProvider.System);
                try
                {
                    string id = decide(registry, parsed.GetValue(name)!, parsed.GetValue(by)!, parsed.GetValue(reason)!);
                    RegisteredModel model = registry.List().Single(held => held.Id == id);
                    Console.WriteLine(PredictionText.Line(model, Speaker.Of(parsed)));
                    return CommandLine.Fine;
                }
                catch (RegistryException refusal)
                {
                    throw new RefusedException(refusal.Code, ("detail", refusal.Message), ("name", parsed.GetValue(name)!));
                }
            },
            cancellation));
        return command;
    }

    private static int List(FileInfo file, Speaker speaker)
    {
        using WarehouseDatabase warehouse = WarehouseFiles.OpenExisting(file);
        IReadOnlyList<RegisteredModel> models = new ModelRegistry(warehouse, TimeProvider.System).List();
        foreach (string line in models.Count == 0 ? [speaker.Say("predict.no-models")] : models.Select(model => PredictionText.Line(model, speaker)))
        {
            Console.WriteLine(line);
        }

        return CommandLine.Fine;
    }
}
