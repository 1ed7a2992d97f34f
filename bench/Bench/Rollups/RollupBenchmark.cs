using System.Globalization;
using System.Text.Json;
using ProdSales.Bench.Drill;
using ProdSales.GraphQL.Execution;
using ProdSales.Schema;
using ProdSales.Semantics;
using ProdSales.Warehouse;

namespace ProdSales.Bench.Rollups;

/// <summary>The screen's questions out of rollups against hand-written SQL over the fact, and what keeping the rollups costs a load.</summary>
internal sealed class RollupBenchmark : IBenchmark
{
    private const int Pairs = 7;

    private static readonly SemanticModel Without = ModelReader.Shipped with { Subjects = [.. ModelReader.Shipped.Subjects.Select(subject => subject with { Rollups = [] })] };

    public string Name => "rollups";

    public string Quantity => "CPU time";

    public string Question =>
        "What does a question of the screen cost out of a rollup, from GraphQL to the whole JSON in one process, against the best hand-written SQL over the fact, all rows read? "
        + "And what does a load cost that keeps both rollups, against one that keeps none?";

    public IEnumerable<RatioRow> Run(string workFolder, double scale)
    {
        string path = Path.Combine(workFolder, "rollups.duckdb");
        using (WarehouseDatabase warehouse = SalesStar.Make(path, scale))
        {
            RollupUpkeep.Fit(warehouse, ModelReader.Shipped);
            warehouse.Maintenance.CheckpointAsync().GetAwaiter().GetResult();
            GraphQLEngine ours = Engine(warehouse, ModelReader.Shipped);
            GraphQLEngine plain = Engine(warehouse, Without);
            foreach (DrillQuestion question in RolledUpQuestions.All)
            {
                yield return Measured(question, warehouse, ours, plain);
            }
        }

        File.Delete(path);
        foreach (RatioRow row in RollupUpkeepCost.Rows(workFolder, scale))
        {
            yield return row;
        }
    }

    private static RatioRow Measured(DrillQuestion question, WarehouseDatabase warehouse, GraphQLEngine ours, GraphQLEngine plain)
    {
        byte[] answer = Ask(ours, question.GraphQL);
        (long rows, decimal revenue) = DrillBenchmark.ReadSql(warehouse, question.Sql);
        decimal answered = DrillBenchmark.LeafRevenue(answer);
        if (answered != revenue || !answer.AsSpan().SequenceEqual(Ask(plain, question.GraphQL)))
        {
            throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{question.What}: the rollup gives {answered}, SQL gives {revenue}, or the answer without rollups is another."));
        }

        (IReadOnlyList<double> cost, IReadOnlyList<double> reference) = Pairing.CpuInTurn(
            Pairs, () => Ask(ours, question.GraphQL), () => DrillBenchmark.ReadSql(warehouse, question.Sql));
        string note = string.Create(
            CultureInfo.InvariantCulture,
            $"{RollupOf(ours, question)}; {rows} rows at the finest level; answer equal to the one without rollups, revenue to that of the SQL; {1000 * RatioRow.Median(cost):0.0} ms against {1000 * RatioRow.Median(reference):0.0}");
        return new RatioRow(question.What, cost, reference, "at most 0.02", note);
    }

    // The rollup that each pass read, and how many of its rows went into the answer.
    private static string RollupOf(GraphQLEngine engine, DrillQuestion question)
    {
        GraphQLRequest request = new(question.GraphQL) { Extensions = JsonElement.Parse("""{ "plan": true }""") };
        using GraphQLResponse response = engine.ExecuteAsync(request).AsTask().GetAwaiter().GetResult();
        using JsonDocument document = JsonDocument.Parse(response.Utf8);
        IEnumerable<string> passes = document.RootElement.GetProperty("extensions").GetProperty("plan").EnumerateArray()
            .SelectMany(plan => plan.GetProperty("passes").EnumerateArray())
            .Select(pass => string.Create(CultureInfo.InvariantCulture, $"{pass.GetProperty("rows").GetInt64():N0} rows of {pass.GetProperty("rollup").GetString() ?? "the fact"}"));
        return string.Join(" and ", passes);
    }

    private static GraphQLEngine Engine(WarehouseDatabase warehouse, SemanticModel model) => new(AnalyticSchema.Build(model, warehouse, TimeProvider.System));

    private static byte[] Ask(GraphQLEngine engine, string query)
    {
        using GraphQLResponse response = engine.ExecuteAsync(new GraphQLRequest(query)).AsTask().GetAwaiter().GetResult();
        return response.Utf8.ToArray();
    }
}
