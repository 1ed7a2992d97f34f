using System.Globalization;
using System.Net;
using ProdSales.Bench.Drill;
using ProdSales.Bench.Explain;
using ProdSales.Bench.Rollups;
using ProdSales.Bench.Screen;
using ProdSales.GraphQL.Execution;
using ProdSales.Schema;
using ProdSales.Semantics;
using ProdSales.Warehouse;
using ProdSales.Warehouse.Reading;

namespace ProdSales.Bench.Costs;

/// <summary>What the screen asks of sales at one size: from the fact, out of rollups, kept, unchanged; and why a number changed.</summary>
internal static class ScreenCosts
{
    private const int AsksInARow = 20;

    private static readonly SemanticModel Without = ModelReader.Shipped with { Subjects = [.. ModelReader.Shipped.Subjects.Select(subject => subject with { Rollups = [] })] };

    internal static IEnumerable<CostRow> At(string workFolder, long rows, int rounds)
    {
        using WarehouseDatabase warehouse = SalesStar.Make(Path.Combine(workFolder, "sales.duckdb"), rows / 1_000_000.0);
        foreach (CostRow row in Explanations(warehouse, rounds))
        {
            yield return row;
        }

        RollupUpkeep.Fit(warehouse, ModelReader.Shipped);
        warehouse.Maintenance.CheckpointAsync().GetAwaiter().GetResult();
        GraphQLEngine plain = Engine(warehouse, Without);
        GraphQLEngine kept = Engine(warehouse, ModelReader.Shipped);
        List<CostRow> fromFact = [];
        List<CostRow> rolled = [];
        foreach (DrillQuestion question in RolledUpQuestions.All)
        {
            HoldEqual(question, warehouse, plain, kept);
            fromFact.Add(CostRow.InTurn(question.What, "at most 1.10", rounds, () => Ask(plain, question.GraphQL), () => DrillBenchmark.ReadSql(warehouse, question.Sql)));
            rolled.Add(CostRow.InTurn($"{question.What}, with rollups", "at most 0.02", rounds, () => Ask(kept, question.GraphQL), () => DrillBenchmark.ReadSql(warehouse, question.Sql)));
        }

        yield return CostRow.Mean($"{fromFact.Count} questions of the screen, all from the fact, GraphQL to JSON, against SQL by hand", "at most 1.10", fromFact);
        foreach (CostRow row in rolled)
        {
            yield return row;
        }

        foreach (CostRow row in Answers(warehouse, rounds))
        {
            yield return row;
        }
    }

    private static IEnumerable<CostRow> Explanations(WarehouseDatabase warehouse, int rounds)
    {
        using ReaderLease lease = warehouse.Readers.Lease();
        ExplainBenchmark.HoldEqual(lease.Connection);
        foreach ((string what, ExplanationParts parts) in new[] { ("why, exact attribution along every dimension, against one breakdown", ExplanationParts.None), ("why, with the search for segments, against one breakdown", ExplanationParts.All) })
        {
            yield return CostRow.InTurn(what, "at most 1.5", rounds, () => ExplainBenchmark.Explain(lease.Connection, parts), () => ExplainBenchmark.Breakdown(lease.Connection));
        }
    }

    // A short ask is repeated, for the clock; its cost is that of one.
    private static IEnumerable<CostRow> Answers(WarehouseDatabase warehouse, int rounds)
    {
        using ScreenServer server = new(warehouse, File.ReadAllText(Path.Combine(SourceTree.Root, "cockpit-web", "src", "views", "ceo", "ceo.graphql")));
        (DateOnly first, DateOnly last) = (new(2025, 1, 1), new(2025, 12, 31));
        (_, string tag, byte[] body) = server.Ask(first, last);
        int asked = 0;
        object? Anew() => Hold(server.Ask(first.AddDays(-++asked), last).Status == HttpStatusCode.OK);
        object? Often(Func<bool> ask) => Hold(Enumerable.Range(0, AsksInARow).All(_ => ask()));
        CostRow[] rows =
        [
            CostRow.InTurn("screen whose answer is kept, over HTTP, against asking anew", "under 5 ms", rounds, () => Often(() => server.Ask(first, last).Body.AsSpan().SequenceEqual(body)), Anew),
            CostRow.InTurn("screen unchanged: 304, over HTTP, against asking anew", "under 1 ms", rounds, () => Often(() => server.Ask(first, last, tag).Status == HttpStatusCode.NotModified), Anew),
        ];
        return rows.Select(row => row with { Cpu = row.Cpu / AsksInARow, Wall = row.Wall / AsksInARow, OurCpu = row.OurCpu / AsksInARow, OurWall = row.OurWall / AsksInARow });
    }

    private static object? Hold(bool isRight) => isRight ? null : throw new InvalidOperationException("The server answered otherwise than it should.");

    private static void HoldEqual(DrillQuestion question, WarehouseDatabase warehouse, GraphQLEngine plain, GraphQLEngine kept)
    {
        byte[] answer = Ask(plain, question.GraphQL);
        decimal answered = DrillBenchmark.LeafRevenue(answer);
        decimal revenue = DrillBenchmark.ReadSql(warehouse, question.Sql).Revenue;
        if (answered != revenue || !answer.AsSpan().SequenceEqual(Ask(kept, question.GraphQL)))
        {
            throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{question.What}: GraphQL gives {answered}, SQL gives {revenue}, or rollups give another answer."));
        }
    }

    private static GraphQLEngine Engine(WarehouseDatabase warehouse, SemanticModel model) => new(AnalyticSchema.Build(model, warehouse, TimeProvider.System));

    private static byte[] Ask(GraphQLEngine engine, string query)
    {
        using GraphQLResponse response = engine.ExecuteAsync(new GraphQLRequest(query)).AsTask().GetAwaiter().GetResult();
        return response.Utf8.ToArray();
    }
}
