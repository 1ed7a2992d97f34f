using System.CommandLine;
using ProdSales.Host.Loads;
using ProdSales.Host.Models;
using ProdSales.Host.Speech;
using ProdSales.Loading;
using ProdSales.Loading.Quarantine;
using ProdSales.Loading.Reports;
using ProdSales.Warehouse;

namespace ProdSales.Host.Commands;

/// <summary><c>prodsales quarantine</c>: refused rows, seen, corrected, given up or loaded after all.</summary>
internal static class QuarantineCommand
{
    internal static Command Create() => new("quarantine", "Shows rows that were refused, corrects them, and loads them after all.")
    {
        List(), Correct(), Drop(), Replay(),
    };

    private static Command List()
    {
        Option<FileInfo> database = CommonOptions.RequiredDatabase();
        Option<string?> feed = Feed();
        Option<int> count = new("--count") { Description = "The most rows to show.", DefaultValueFactory = _ => 100 };
        Command command = new("list", "Shows open rows with file, line, reasons and values.") { database, feed, count };
        command.SetAction(parsed => With(parsed.GetValue(database)!, desk =>
        {
            QuarantineText text = new(Speaker.Of(parsed));
            foreach (QuarantinedRow row in desk.Open(parsed.GetValue(feed), count: parsed.GetValue(count)))
            {
                Console.WriteLine(text.Line(row));
            }

            return CommandLine.Fine;
        }));
        return command;
    }

    private static Command Correct()
    {
        Argument<long> id = Row();
        Argument<string> column = new("column") { Description = "A column of the row's feed." };
        Argument<string?> value = new("value") { Description = "The right value; left out, the value is taken away.", Arity = ArgumentArity.ZeroOrOne };
        Option<FileInfo> database = CommonOptions.RequiredDatabase();
        Command command = new("correct", "Writes another value into a refused row, to be tried at the next replay.") { id, column, value, database };
        command.SetAction(parsed => With(
            parsed.GetValue(database)!,
            desk => Found(desk.Correct(parsed.GetValue(id), parsed.GetValue(column)!, parsed.GetValue(value)), parsed.GetValue(id))));
        return command;
    }

    private static Command Drop()
    {
        Argument<long> id = Row();
        Option<FileInfo> database = CommonOptions.RequiredDatabase();
        Command command = new("drop", "Gives a refused row up; it stays on record.") { id, database };
        command.SetAction(parsed => With(parsed.GetValue(database)!, desk => Found(desk.Drop(parsed.GetValue(id)), parsed.GetValue(id))));
        return command;
    }

    private static Command Replay()
    {
        Option<FileInfo> database = CommonOptions.RequiredDatabase();
        Option<string?> feed = Feed();
        Command command = new("replay", "Checks open rows again, loads the good ones as one batch, and leaves the others open.") { database, feed, CommonOptions.ModelFolder };
        command.SetAction((parsed, cancellation) => Task.Run(
            () => With(parsed.GetValue(database)!, desk =>
            {
                LoadReport report = desk.Replay(parsed.GetValue(feed), measures: ModelMeasures.Of(CommandModel.Of(parsed).Definitions), cancellationToken: cancellation);
                foreach (string line in new LoadReportText(Speaker.Of(parsed)).Lines(report))
                {
                    Console.WriteLine(line);
                }

                return report.Outcome is LoadOutcome.Refused ? CommandLine.Failed : CommandLine.Fine;
            }),
            cancellation));
        return command;
    }

    private static int With(FileInfo file, Func<QuarantineDesk, int> work)
    {
        using WarehouseDatabase warehouse = WarehouseFiles.OpenExisting(file);
        return work(new QuarantineDesk(warehouse, new WarehouseLoader(warehouse, TimeProvider.System)));
    }

    private static int Found(bool isFound, long id) => isFound
        ? CommandLine.Fine
        : throw new RefusedException("no-open-row", ("row", id));

    private static Option<string?> Feed() => new("--feed") { Description = "Only rows of this feed." };

    private static Argument<long> Row() => new("row") { Description = "The number of the row, as 'list' shows it." };
}
