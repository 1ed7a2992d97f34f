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

    public string Question => "What does a drill-down through GraphQL over HTTP cost, the whole JSON read, against the best hand-written SQL in the same process, all rows read? No result cache.";

    public IEnumerable<RatioRow> Run(string workFolder, double scale)
    {
        using WarehouseDatabase warehouse = SalesStar.Make(Path.Combine(workFolder, "drill.duckdb"), scale);
        using DrillServer server = new(warehouse);
        foreach (DrillQuestion question in DrillQuestion.All)
        {
            (long rows, decimal revenue) = ReadSql(warehouse, question.Sql);
            decimal answered = LeafRevenue(server.Ask(question.GraphQL));
            if (answered != revenue)
            {
                throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{question.What}: GraphQL gives {answered}, SQL gives {revenue}."));
            }

            (IReadOnlyList<double> ours, IReadOnlyList<double> reference) = Pairing.InTurn(Pairs, () => server.Ask(question.GraphQL), () => ReadSql(warehouse, question.Sql), warmUps: 2);
            yield return new RatioRow(question.What, ours, reference, "time at most 1.15", string.Create(CultureInfo.InvariantCulture, $"{rows} rows at the finest level, revenue equal"));
        }
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
