using System.CommandLine;
using ProdSales.Host.Crosses;
using ProdSales.Host.Explanations;
using ProdSales.Host.Models;
using ProdSales.Host.Security;
using ProdSales.Host.Speech;
using ProdSales.Semantics;
using ProdSales.Warehouse;
using ProdSales.Warehouse.Reading;

namespace ProdSales.Host.Commands;

/// <summary><c>prodsales cross NAME</c>: whether one measure has to do with another.</summary>
internal static class CrossCommand
{
    internal static Command Create()
    {
        Argument<string> name = new("name") { Description = $"One of {string.Join(", ", ModelReader.Shipped.Crosses.Select(cross => cross.Name))}." };
        Option<string> period = new("--period") { Description = "The days asked about: 2013, 2013-Q2, 2013-05, or two of these as in 2013-05..2013-07.", Required = true };
        Option<string?> by = new("--by") { Description = "What cells are cut by; the first dimension of the cross where none is named." };
        Option<int> lag = new("--lag") { Description = "Steps by which the second measure lies later." };
        Option<string[]> where = new("--where") { Description = "Only these members, as in region=East; several by |, all others by !=. May be given again." };
        Option<string?> principal = CommonOptions.Principal();
        Option<FileInfo> database = CommonOptions.RequiredDatabase();
        Command command = new("cross", "Holds two measures against each other, cell by cell: how closely they go together, and whether that can be told at all.")
        {
            name, period, by, lag, where, principal, database, CommonOptions.ModelFolder,
        };
        command.SetAction((parsed, cancellation) => Task.Run(
            () =>
            {
                CommandModel model = CommandModel.Of(parsed);
                Cross cross = CrossName.Read(model.Definitions, parsed.GetValue(name)!);
                CrossRequest request = new()
                {
                    Cross = cross,
                    Period = PeriodText.Read(parsed.GetValue(period)!),
                    AsOf = DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().DateTime),
                    By = parsed.GetValue(by) is { } named ? CrossName.Dimension(model.Definitions, named) : null,
                    Lag = parsed.GetValue(lag),
                    Scope = PrincipalText.ScopeOf(parsed.GetValue(principal), model.Definitions),
                    Filters = [.. (parsed.GetValue(where) ?? []).Select(text => CrossName.Filter(model.Definitions, cross, text))],
                };
                return Answer(request, model, parsed.GetValue(database)!, Speaker.Of(parsed), cancellation);
            },
            cancellation));
        return command;
    }

    private static int Answer(CrossRequest request, CommandModel model, FileInfo database, Speaker speaker, CancellationToken cancellation)
    {
        using WarehouseDatabase warehouse = model.Open(database);
        using ReaderLease lease = warehouse.Readers.Lease(cancellation);
        CrossRequest asked = request with
        {
            Rollups = RollupUpkeep.Kept(lease.Connection, model.Definitions),
            Unconnected = EmptyTables.Of(request.Cross.Sources, lease.Connection, cancellation),
        };
        CrossOutcome outcome = Crosser.Answer(model.Definitions, asked, lease.Connection, cancellation);
        if (outcome.Refusal is { } refusal)
        {
            Console.Error.WriteLine(speaker.Language is Language.Chinese ? refusal.Message.Chinese : refusal.Message.English);
            return CommandLine.Failed;
        }

        foreach (string line in new CrossText(speaker, outcome.Answer!).Lines())
        {
            Console.WriteLine(line);
        }

        return CommandLine.Fine;
    }
}
