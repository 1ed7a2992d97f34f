using System.CommandLine;
using ProdSales.Host.Explanations;
using ProdSales.Host.Models;
using ProdSales.Host.Security;
using ProdSales.Host.Speech;
using ProdSales.Semantics;
using ProdSales.Warehouse;
using ProdSales.Warehouse.Reading;

namespace ProdSales.Host.Commands;

/// <summary><c>prodsales explain MEASURE</c>: why a measure differs between two periods.</summary>
internal static class ExplainCommand
{
    internal static Command Create()
    {
        Argument<string> measure = new("measure") { Description = "The measure, as in sales.gross_margin; without its subject where only one has it." };
        Option<string> period = new("--period") { Description = "The days asked about: 2013, 2013-Q2, 2013-05, or two of these as in 2013-05..2013-07.", Required = true };
        Option<string> against = new("--against") { Description = "The days to compare with, written alike.", Required = true };
        Option<string[]> where = new("--where") { Description = "Only these members, as in region=East; several by |, all others by !=. May be given again." };
        Option<string?> principal = CommonOptions.Principal();
        Option<bool> isJson = new("--json") { Description = "Prints everything as JSON." };
        Option<FileInfo> database = CommonOptions.RequiredDatabase();
        Command command = new("explain", "Explains why a measure differs between two periods: what stands out, and the change by every dimension, exactly.")
        {
            measure, period, against, where, isJson, principal, database, CommonOptions.ModelFolder,
        };
        command.SetAction((parsed, cancellation) => Task.Run(
            () =>
            {
                CommandModel model = CommandModel.Of(parsed);
                Measure asked = MeasureName.Read(model.Definitions, parsed.GetValue(measure)!);
                Subject subject = model.Definitions.Subject(asked.Subject)!;
                ExplanationRequest request = new()
                {
                    Measure = asked,
                    Contrast = new PeriodContrast(PeriodText.Read(parsed.GetValue(period)!), PeriodText.Read(parsed.GetValue(against)!)),
                    AsOf = DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().DateTime),
                    Scope = PrincipalText.ScopeOf(parsed.GetValue(principal), model.Definitions),
                    Filters = [.. (parsed.GetValue(where) ?? []).Select(text => MeasureName.Filter(subject, text))],
                };
                return Answer(request, model, parsed.GetValue(database)!, parsed.GetValue(isJson), Speaker.Of(parsed), cancellation);
            },
            cancellation));
        return command;
    }

    private static int Answer(ExplanationRequest request, CommandModel model, FileInfo database, bool isJson, Speaker speaker, CancellationToken cancellation)
    {
        using WarehouseDatabase warehouse = model.Open(database);
        using ReaderLease lease = warehouse.Readers.Lease(cancellation);
        ExplanationOutcome outcome = Explainer.Explain(model.Definitions, request with { Rollups = RollupUpkeep.Kept(lease.Connection, model.Definitions) }, lease.Connection, cancellation);
        if (outcome.Refusal is { } refusal)
        {
            Console.Error.WriteLine(speaker.Language is Language.Chinese ? refusal.Message.Chinese : refusal.Message.English);
            return CommandLine.Failed;
        }

        IEnumerable<string> lines = isJson ? [ExplanationJson.Of(outcome.Explanation!)] : new ExplanationText(speaker, outcome.Explanation!).Lines();
        foreach (string line in lines)
        {
            Console.WriteLine(line);
        }

        return CommandLine.Fine;
    }
}
