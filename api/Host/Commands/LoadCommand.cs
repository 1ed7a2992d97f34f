using System.CommandLine;
using System.Globalization;
using ProdSales.Host.Loads;
using ProdSales.Host.Models;
using ProdSales.Host.Speech;
using ProdSales.Host.Terminal;
using ProdSales.Loading;
using ProdSales.Loading.Reports;
using ProdSales.Sources.Mappings.Reports;
using ProdSales.Warehouse;

namespace ProdSales.Host.Commands;

/// <summary><c>prodsales load MAPPING FOLDER --db FILE</c>: loads a folder as one batch.</summary>
internal static class LoadCommand
{
    internal static Command Create()
    {
        Argument<string> mapping = new("mapping") { Description = "A shipped mapping by name, 'feeds' for files in the feeds' own columns, or a YAML file." };
        Argument<DirectoryInfo> folder = new("folder") { Description = "The folder of the files." };
        Option<FileInfo> database = CommonOptions.RequiredDatabase();
        Option<double> limit = new("--max-refused") { Description = "Share of bad rows of a feed, 0 to 1, above which the batch is refused.", DefaultValueFactory = _ => new LoadOptions().RefusedShareLimit };
        Option<string?> currency = new("--group-currency") { Description = "ISO 4217 code that all money is kept in; can be chosen while the warehouse is empty." };
        Command command = new("load", "Loads a folder of files through a mapping, as one batch that is kept whole or not at all.") { mapping, folder, database, limit, currency, CommonOptions.ModelFolder };
        command.SetAction((parsed, cancellation) => Task.Run(
            () =>
            {
                LoadOptions options = new() { RefusedShareLimit = LimitOf(parsed.GetValue(limit)), GroupCurrency = parsed.GetValue(currency), Measures = ModelMeasures.Of(CommandModel.Of(parsed).Definitions) };
                using MappingLoad load = MappingLoad.Prepare(parsed.GetValue(mapping)!, parsed.GetValue(folder)!, cancellation);
                using WarehouseDatabase warehouse = WarehouseFiles.Open(parsed.GetValue(database)!);
                IReadOnlyList<EntryDirt> dirt = load.CountDirt(cancellation);
                LoadReport report = ProgressDisplay.Run(progress => load.Into(warehouse, options, progress, cancellation));
                Speaker speaker = Speaker.Of(parsed);
                foreach (string line in load.Mapping.Remarks.Concat(new LoadReportText(speaker).Lines(report)))
                {
                    Console.WriteLine(line);
                }

                foreach (EntryDirt entry in dirt)
                {
                    Console.WriteLine(speaker.Say("report.dirt", ("feed", entry.Feed), ("from", entry.From)));
                    entry.Kinds.ToList().ForEach(kind => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {kind.Rows,10:N0} {speaker.Say("report.dirt-kind", ("name", kind.Name), ("meaning", kind.Meaning))}")));
                }

                return report.Outcome is LoadOutcome.Refused ? CommandLine.Failed : CommandLine.Fine;
            },
            cancellation));
        return command;
    }

    private static double LimitOf(double share) => share is >= 0 and <= 1
        ? share
        : throw new RefusedException("limit-out-of-range", ("share", share));
}
