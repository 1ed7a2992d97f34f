using System.CommandLine;
using ProdSales.Host.Explanations;
using ProdSales.Host.Models;
using ProdSales.Host.Rows;
using ProdSales.Host.Security;
using ProdSales.Host.Speech;
using ProdSales.Semantics;
using ProdSales.Warehouse;
using ProdSales.Warehouse.Reading;

namespace ProdSales.Host.Commands;

/// <summary><c>prodsales rows MEASURE</c>: the rows that a number is made of.</summary>
internal static class RowsCommand
{
    internal static Command Create()
    {
        Argument<string> measure = new("measure") { Description = "The measure, as in sales.gross_margin; without its subject where only one has it." };
        Option<string> period = new("--period") { Description = "The days that count: 2013, 2013-Q2, 2013-05, or two of these as in 2013-05..2013-07.", Required = true };
        Option<string[]> where = new("--where") { Description = "Only these members, as in region=East; several by |, all others by !=. May be given again." };
        Option<int> first = new("--first") { Description = "The most rows; 0 gives all.", DefaultValueFactory = _ => 100 };
        Option<string?> after = new("--after") { Description = "Goes on behind the cursor that the page before ended with." };
        Option<bool> isCsv = new("--csv") { Description = "Prints CSV." };
        Option<string[]> address = new("--document-address") { Description = "Where documents of a source are opened, as in erp=https://erp.example/{document}?line={line}. May be given again." };
        Option<string?> principal = CommonOptions.Principal();
        Option<FileInfo> database = CommonOptions.RequiredDatabase();
        Command command = new("rows", "Shows the rows that a number is made of, what each adds to it, and the document that it comes from.")
        {
            measure, period, where, first, after, isCsv, address, principal, database, CommonOptions.ModelFolder,
        };
        command.SetAction((parsed, cancellation) => Task.Run(
            () =>
            {
                CommandModel model = CommandModel.Of(parsed);
                Measure asked = MeasureName.Read(model.Definitions, parsed.GetValue(measure)!);
                int most = parsed.GetValue(first);
                RowRequest request = new()
                {
                    Measure = asked,
                    Period = PeriodText.Read(parsed.GetValue(period)!),
                    AsOf = DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().DateTime),
                    Scope = PrincipalText.ScopeOf(parsed.GetValue(principal), model.Definitions),
                    Filters = [.. (parsed.GetValue(where) ?? []).Select(text => MeasureName.Filter(model.Definitions.Subject(asked.Subject)!, text))],
                    First = most == 0 ? RowRequest.MostRows : most,
                    After = parsed.GetValue(after),
                    DocumentAddresses = (parsed.GetValue(address) ?? []).Select(Address).DistinctBy(pair => pair.System).ToDictionary(pair => pair.System, pair => pair.Template, StringComparer.Ordinal),
                };
                using WarehouseDatabase warehouse = model.Open(parsed.GetValue(database)!);
                return Answer(request, model.Definitions, warehouse, most == 0, new RowText(Speaker.Of(parsed), parsed.GetValue(isCsv)), Speaker.Of(parsed), cancellation);
            },
            cancellation));
        return command;
    }

    private static int Answer(RowRequest request, SemanticModel model, WarehouseDatabase warehouse, bool isWhole, RowText text, Speaker speaker, CancellationToken cancellation)
    {
        using ReaderLease lease = warehouse.Readers.Lease(cancellation);
        string? header = null;
        while (true)
        {
            RowOutcome outcome = RowReader.Read(model, request, lease.Connection, cancellation);
            if (outcome.Refusal is { } refusal)
            {
                Console.Error.WriteLine(speaker.Language is Language.Chinese ? refusal.Message.Chinese : refusal.Message.English);
                return CommandLine.Failed;
            }

            foreach (NumberRow row in outcome.Page!.Rows)
            {
                string own = text.Header(row);
                if (own != header)
                {
                    Console.WriteLine(header = own);
                }

                Console.WriteLine(text.Of(row));
            }

            if (!outcome.Page.HasMore)
            {
                return CommandLine.Fine;
            }

            request = request with { After = outcome.Page.Rows[^1].Cursor };
            if (!isWhole)
            {
                Console.Error.WriteLine(speaker.Say("rows.more", ("cursor", request.After)));
                return CommandLine.Fine;
            }
        }
    }

    private static (string System, string Template) Address(string text)
    {
        int sign = text.IndexOf('=', StringComparison.Ordinal);
        return sign > 0 ? (text[..sign], text[(sign + 1)..]) : throw new RefusedException("not-an-address", ("text", text));
    }
}
