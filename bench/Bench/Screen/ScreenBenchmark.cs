using System.Globalization;
using System.Net;
using ProdSales.Bench.Drill;
using ProdSales.Bench.Explain.Seeds;
using ProdSales.Simulation;
using ProdSales.Warehouse;
using ProdSales.Warehouse.Provider;
using ProdSales.Warehouse.Reading;

namespace ProdSales.Bench.Screen;

/// <summary>The cockpit's first screen: what a kept answer and an unchanged one cost against asking anew, and whether its passes over one fact should share a scan.</summary>
internal sealed class ScreenBenchmark : IBenchmark
{
    private const int Pairs = 15;
    private const int AsksPerPair = 40;

    public string Name => "screen";

    public string Question =>
        "What does the first screen cost over HTTP, client included, when its answer is kept or the client has it, against asking anew (demo company of 100,000 order lines)? And what do four passes of the screen over the order lines cost (--scale) against one scan that all four share?";

    public IEnumerable<RatioRow> Run(string workFolder, double scale)
    {
        foreach (RatioRow row in Answers(workFolder).Concat(Scans(workFolder, scale)))
        {
            yield return row;
        }
    }

    private static IEnumerable<RatioRow> Answers(string workFolder)
    {
        PlantedCompany company = PlantedCompany.In(workFolder, new DemoOptions { Seed = 1, Scale = 1 });
        using WarehouseDatabase warehouse = WarehouseDatabase.Open(company.Path);
        using ScreenServer server = new(warehouse, File.ReadAllText(Path.Combine(SourceTree.Root, "cockpit-web", "src", "views", "ceo", "ceo.graphql")));
        DateOnly last = LastDay(warehouse);
        DateOnly first = new(last.Year, 1, 1);
        (HttpStatusCode status, string tag, byte[] body) = server.Ask(first, last);
        int asked = 0;
        void Anew() => Hold(server.Ask(first.AddDays(-++asked), last).Status, HttpStatusCode.OK);
        void Often(Action ask)
        {
            for (int i = 0; i < AsksPerPair; i++)
            {
                ask();
            }
        }

        void Kept() => Hold(server.Ask(first, last) is var kept && kept.Body.AsSpan().SequenceEqual(body) ? kept.Status : HttpStatusCode.Conflict, HttpStatusCode.OK);
        void Unchanged() => Hold(server.Ask(first, last, tag).Status, HttpStatusCode.NotModified);
        Hold(status, HttpStatusCode.OK);
        (IReadOnlyList<double> kept, IReadOnlyList<double> anew) = Pairing.InTurn(Pairs, () => Often(Kept), Anew, warmUps: 5);
        kept = [.. kept.Select(seconds => seconds / AsksPerPair)];
        yield return new RatioRow("the answer is kept", kept, anew, "under 5 ms", Told(kept, string.Create(CultureInfo.InvariantCulture, $"{body.Length} bytes, the same; anew {Milliseconds(anew)}")));
        (IReadOnlyList<double> unchanged, anew) = Pairing.InTurn(Pairs, () => Often(Unchanged), Anew, warmUps: 5);
        unchanged = [.. unchanged.Select(seconds => seconds / AsksPerPair)];
        yield return new RatioRow("the client has the answer: 304", unchanged, anew, "under 1 ms", Told(unchanged, $"anew {Milliseconds(anew)}"));
    }

    private static IEnumerable<RatioRow> Scans(string workFolder, double scale)
    {
        using WarehouseDatabase warehouse = SalesStar.Make(Path.Combine(workFolder, "lines.duckdb"), scale);
        foreach ((string what, string[] shared) in new[] { ("four passes; shared: rows summed to region and day", SharedScan.SummedFirst), ("four passes; shared: columns of all rows kept", SharedScan.RowsKept) })
        {
            if (Figures(warehouse, SharedScan.Apart) != Figures(warehouse, shared))
            {
                throw new InvalidOperationException($"{what}: the figures differ.");
            }

            (IReadOnlyList<double> apart, IReadOnlyList<double> reference) = Pairing.InTurn(9, () => Figures(warehouse, SharedScan.Apart), () => Figures(warehouse, shared));
            yield return new RatioRow(what, apart, reference, "decides whether scans are shared", "figures equal; below 1 where passes apart are faster");
        }
    }

    private static string Figures(WarehouseDatabase warehouse, string[] statements)
    {
        using ReaderLease lease = warehouse.Readers.Lease();
        List<object> figures = [];
        foreach (string statement in statements)
        {
            using DuckDbCommand command = lease.Connection.CreateCommand(statement);
            using DuckDbDataReader reader = command.ExecuteReader();
            bool isFigure = !statement.StartsWith("CREATE", StringComparison.Ordinal);
            while (reader.Read())
            {
                for (int column = 0; isFigure && column < reader.FieldCount; column++)
                {
                    figures.Add(reader.GetValue(column));
                }
            }
        }

        return string.Join(' ', figures.Select(figure => Convert.ToString(figure, CultureInfo.InvariantCulture)));
    }

    private static DateOnly LastDay(WarehouseDatabase warehouse)
    {
        using ReaderLease lease = warehouse.Readers.Lease();
        using DuckDbCommand command = lease.Connection.CreateCommand("SELECT max(ordered_date) FROM fact_sales_order_line");
        return (DateOnly)command.ExecuteScalar()!;
    }

    private static void Hold(HttpStatusCode status, HttpStatusCode expected)
    {
        if (status != expected)
        {
            throw new InvalidOperationException($"The server answered {status}, not {expected}.");
        }
    }

    private static string Told(IReadOnlyList<double> seconds, string rest) => $"median {Milliseconds(seconds)}; {rest}";

    private static string Milliseconds(IReadOnlyList<double> seconds) => string.Create(CultureInfo.InvariantCulture, $"{1000 * RatioRow.Median(seconds):0.00} ms");
}
