using System.Globalization;
using System.Text.Json;
using ProdSales.Warehouse;
using ProdSales.Warehouse.Provider;
using ProdSales.Warehouse.Reading;

namespace ProdSales.Bench.Drill;

/// <summary>Drill-downs through HTTP against hand-written SQL on the same connections.</summary>
internal sealed class DrillBenchmark : IBenchmark
{
    private const int Pairs = 9;

    public string Name => "drill";

    public string Question => "What processor time does a drill-down through GraphQL over HTTP cost, client included and the whole JSON read, against the SQL of its finest level, written by hand, in the same process, all rows read? No result cache, no rollups.";

    public string Quantity => "CPU time";

    public IEnumerable<RatioRow> Run(string workFolder, double scale)
    {
        using WarehouseDatabase warehouse = SalesStar.Make(Path.Combine(workFolder, "drill.duckdb"), scale);
        using DrillServer server = new(warehouse);
        foreach (DrillQuestion question in DrillQuestion.All)
        {
            int rows = HoldEqual(question, server, warehouse);
            (IReadOnlyList<double> ours, IReadOnlyList<double> reference) = Pairing.CpuInTurn(Pairs, () => server.Ask(question.GraphQL), () => ReadSql(warehouse, question.Sql));
            string note = string.Create(CultureInfo.InvariantCulture, $"{rows} rows at the finest level, names and revenue equal; median {1000 * RatioRow.Median(ours):0.0} ms against {1000 * RatioRow.Median(reference):0.0}");
            yield return new RatioRow(question.What, ours, reference, "at most 1.25", note);
        }
    }

    private static int HoldEqual(DrillQuestion question, DrillServer server, WarehouseDatabase warehouse)
    {
        string[] answered = [.. LeafRows.Of(server.Ask(question.GraphQL)).Order(StringComparer.Ordinal)];
        string[] expected = [.. LeafRows.Of(warehouse, question.Sql).Order(StringComparer.Ordinal)];
        return answered.SequenceEqual(expected)
            ? expected.Length
            : throw new InvalidOperationException($"{question.What}: GraphQL gives {answered.Except(expected).FirstOrDefault() ?? "fewer rows"}, SQL gives {expected.Except(answered).FirstOrDefault() ?? "fewer rows"}.");
    }

    /// <summary>Reads all rows of a statement whose last column is the revenue.</summary>
    internal static (long Rows, decimal Revenue) ReadSql(WarehouseDatabase warehouse, string sql)
    {
        using ReaderLease lease = warehouse.Readers.Lease();
        using DuckDbCommand command = lease.Connection.CreateCommand(sql);
        using DuckDbDataReader reader = command.ExecuteReader();
        long rows = 0;
        decimal revenue = 0;
        while (reader.Read())
        {
            rows++;
            revenue += reader.GetDecimal(reader.FieldCount - 1);
        }

        return (rows, revenue);
    }

    /// <summary>The revenue of the finest level of an answer; one with errors is refused.</summary>
    internal static decimal LeafRevenue(byte[] json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        if (document.RootElement.TryGetProperty("errors", out JsonElement errors))
        {
            throw new InvalidOperationException($"The question was refused: {errors}");
        }

        return LeafRevenue(document.RootElement);
    }

    /// <summary>The revenue of the finest level: of every object that holds no list.</summary>
    private static decimal LeafRevenue(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray().Sum(LeafRevenue),
        JsonValueKind.Object when element.EnumerateObject().Any(property => property.Value.ValueKind is JsonValueKind.Array or JsonValueKind.Object) =>
            element.EnumerateObject().Sum(property => LeafRevenue(property.Value)),
        JsonValueKind.Object => OwnRevenue(element),
        _ => 0,
    };

    private static decimal OwnRevenue(JsonElement element) => element.TryGetProperty("revenue", out JsonElement revenue) ? revenue.GetDecimal() : 0;
}
