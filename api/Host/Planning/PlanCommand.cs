using System.CommandLine;
using ProdSales.Host.Commands;
using ProdSales.Host.Speech;
using ProdSales.Planning.Definition;
using ProdSales.Planning.Running;
using ProdSales.Warehouse;
using ProdSales.Warehouse.Reading;

namespace ProdSales.Host.Planning;

/// <summary><c>prodsales plan</c>: forecasts the business from an origin day, or from many in the past, and keeps the forecasts in the warehouse.</summary>
internal static class PlanCommand
{
    private const int MostOrigins = 60;

    internal static Command Create()
    {
        Argument<string[]> names = new("series") { Description = $"What to forecast, any of {Known}; without it, all of them.", Arity = ArgumentArity.ZeroOrMore };
        Option<FileInfo> database = CommonOptions.RequiredDatabase();
        Option<DateOnly?> day = new("--on") { Description = "The origin day, with what was known then; the last day of the warehouse unless told." };
        Option<int> backtest = new("--backtest") { Description = $"Forecasts from the ends of so many months before the origin too, oldest first, 0 to {MostOrigins}." };
        Command command = new("plan", "Forecasts revenue, orders, demand, tickets and spare parts, and keeps every origin as facts that are never written over.")
        {
            names, database, day, backtest,
        };
        command.SetAction((parsed, cancellation) => Task.Run(
            () => Plan(Find(parsed.GetValue(names) ?? []), parsed.GetValue(database)!, parsed.GetValue(day), parsed.GetValue(backtest), Speaker.Of(parsed), cancellation),
            cancellation));
        return command;
    }

    private static string Known => string.Join(", ", PlannedCatalogue.All.Select(series => series.Name));

    private static IReadOnlyList<PlannedSeries> Find(string[] names) => names.Length == 0
        ? PlannedCatalogue.All
        : [.. names.Select(name => PlannedCatalogue.Find(name) ?? throw new RefusedException("no-series", ("name", name), ("known", Known)))];

    private static int Plan(IReadOnlyList<PlannedSeries> definitions, FileInfo file, DateOnly? on, int backtest, Speaker speaker, CancellationToken cancellation)
    {
        if (backtest is < 0 or > MostOrigins)
        {
            throw new RefusedException("plan-backtest", ("number", backtest), ("most", MostOrigins));
        }

        using WarehouseDatabase warehouse = WarehouseFiles.OpenExisting(file);
        DateOnly last = on ?? LastDay(warehouse, cancellation) ?? throw new RefusedException("plan-nothing-known", ("file", file.FullName));
        PlanningRun run = new(warehouse, TimeProvider.System);
        bool isFine = true;
        foreach (DateOnly origin in Origins(last, backtest))
        {
            foreach (PlannedSeries series in definitions)
            {
                PlanningResult result = run.Plan(series, origin, cancellation);
                foreach (string line in PlanText.Lines(result, speaker))
                {
                    Console.WriteLine(line);
                }

                isFine &= result.Outcome is not PlanningOutcome.Refused;
            }
        }

        return isFine ? CommandLine.Fine : CommandLine.Failed;
    }

    private static IEnumerable<DateOnly> Origins(DateOnly last, int backtest)
    {
        DateOnly month = new(last.Year, last.Month, 1);
        return [.. Enumerable.Range(0, backtest).Select(back => month.AddMonths(-back).AddDays(-1)).Where(day => day != last).Order(), last];
    }

    private static DateOnly? LastDay(WarehouseDatabase warehouse, CancellationToken cancellation)
    {
        using ReaderLease lease = warehouse.Readers.Lease(cancellation);
        return PlanningRun.LastKnownDay(lease.Connection);
    }
}
