using System.CommandLine;
using System.Globalization;
using ProdSales.Host.Commands;
using ProdSales.Host.Explanations;
using ProdSales.Host.Models;
using ProdSales.Host.Security;
using ProdSales.Host.Speech;
using ProdSales.Semantics;
using ProdSales.Warehouse;
using ProdSales.Warehouse.Reading;

namespace ProdSales.Host.Appraisals;

/// <summary><c>prodsales appraise</c>: what a change in the company brought, and what came back of its cost.</summary>
internal static class AppraiseCommand
{
    internal static Command Create()
    {
        Option<string> treated = new("--treated") { Description = "The members that were changed, as in product_line=pumps; several by |.", Required = true };
        Option<string?> control = new("--control") { Description = "The members that were left as they were; all others of the same dimension where none are named." };
        Option<bool> withoutControl = new("--without-control") { Description = "Compares with nothing, so that what befell everybody is told as an effect." };
        Option<string> before = new("--before") { Description = "Whole months before the change: 2024, 2024-Q2 or 2024-01..2024-06.", Required = true };
        Option<string> after = new("--after") { Description = "Whole months after it; the same months of another year keep seasons out.", Required = true };
        Option<string[]> benefits = new("--benefit") { Description = $"One of {string.Join(", ", ModelReader.Shipped.Benefits.Select(benefit => benefit.Name))}; all where none is named. May be given again." };
        Option<string[]> rates = new("--rate") { Description = $"A number that the worth needs, as in capital_cost=0.08: {string.Join(", ", ModelReader.Shipped.Rates.Select(rate => rate.Name))}. May be given again." };
        Option<decimal?> cost = new("--cost") { Description = "What the change cost, above 0." };
        Option<string[]> where = new("--where") { Description = "Only these members on both sides, as in region=East. May be given again." };
        Option<string?> principal = CommonOptions.Principal();
        Option<FileInfo> database = CommonOptions.RequiredDatabase();
        Command command = new("appraise", "Tells what a change brought against what befell the members that it left untouched, and what came back of its cost.")
        {
            treated, control, withoutControl, before, after, benefits, rates, cost, where, principal, database, CommonOptions.ModelFolder,
        };
        command.SetAction((parsed, cancellation) => Task.Run(
            () =>
            {
                CommandModel model = CommandModel.Of(parsed);
                SemanticModel definitions = model.Definitions;
                MemberFilter changed = MeasureName.Filter(definitions, parsed.GetValue(treated)!);
                AppraisalRequest request = new()
                {
                    Treated = changed,
                    Control = ControlOf(definitions, changed, parsed.GetValue(control), parsed.GetValue(withoutControl)),
                    Before = PeriodText.Read(parsed.GetValue(before)!),
                    After = PeriodText.Read(parsed.GetValue(after)!),
                    AsOf = DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().DateTime),
                    Benefits = BenefitsOf(definitions, parsed.GetValue(benefits) ?? []),
                    Rates = RatesOf(definitions, parsed.GetValue(rates) ?? []),
                    Cost = parsed.GetValue(cost),
                    Scope = PrincipalText.ScopeOf(parsed.GetValue(principal), definitions),
                    Filters = [.. (parsed.GetValue(where) ?? []).Select(text => MeasureName.Filter(definitions, text))],
                };
                return Answer(request, model, parsed.GetValue(database)!, Speaker.Of(parsed), cancellation);
            },
            cancellation));
        return command;
    }

    private static MemberFilter? ControlOf(SemanticModel model, MemberFilter treated, string? control, bool isWithout) => (control, isWithout) switch
    {
        (not null, true) => throw new RefusedException("control-said-twice"),
        (null, true) => null,
        (null, false) => treated with { IsExcluding = !treated.IsExcluding },
        _ => MeasureName.Filter(model, control),
    };

    private static Benefit[] BenefitsOf(SemanticModel model, string[] names) => names.Length == 0
        ? [.. model.Benefits]
        : [.. names.Select(name => model.Benefits.FirstOrDefault(benefit => benefit.Name == name)
            ?? throw new RefusedException("no-benefit", ("name", name), ("known", string.Join(", ", model.Benefits.Select(benefit => benefit.Name)))))];

    private static Dictionary<string, double> RatesOf(SemanticModel model, string[] texts)
    {
        Dictionary<string, double> rates = new(StringComparer.Ordinal);
        foreach (string text in texts)
        {
            rates[text.Split('=')[0]] = text.Split('=') is [var name, var value] && model.Rates.Any(rate => rate.Name == name)
                && double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out double stated) && double.IsFinite(stated)
                ? stated
                : throw new RefusedException("not-a-rate", ("text", text), ("known", string.Join(", ", model.Rates.Select(rate => rate.Name))));
        }

        return rates;
    }

    private static int Answer(AppraisalRequest request, CommandModel model, FileInfo database, Speaker speaker, CancellationToken cancellation)
    {
        using WarehouseDatabase warehouse = model.Open(database);
        using ReaderLease lease = warehouse.Readers.Lease(cancellation);
        AppraisalRequest asked = request with
        {
            Rollups = RollupUpkeep.Kept(lease.Connection, model.Definitions),
            Unconnected = EmptyTables.Of(request.Benefits.SelectMany(benefit => benefit.Sources).Distinct(StringComparer.Ordinal), lease.Connection, cancellation),
        };
        AppraisalOutcome outcome = Appraiser.Answer(model.Definitions, asked, lease.Connection, cancellation);
        if (outcome.Refusal is { } refusal)
        {
            Console.Error.WriteLine(speaker.Language is Language.Chinese ? refusal.Message.Chinese : refusal.Message.English);
            return CommandLine.Failed;
        }

        foreach (string line in new AppraisalText(speaker, outcome.Answer!).Lines())
        {
            Console.WriteLine(line);
        }

        return CommandLine.Fine;
    }
}
