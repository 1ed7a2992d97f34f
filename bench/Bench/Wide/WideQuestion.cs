using System.Text.Encodings.Web;
using System.Text.Json;
using ProdSales.Export.Arrow;
using ProdSales.GraphQL.Execution;
using ProdSales.Schema;
using ProdSales.Semantics;
using ProdSales.Warehouse;
using ProdSales.Warehouse.Columns;
using ProdSales.Warehouse.Provider;
using ProdSales.Warehouse.Reading;

namespace ProdSales.Bench.Wide;

/// <summary>One question with many rows: region, day, product line over three years. Its rows are held first, and then written in each of three ways.</summary>
internal sealed class WideQuestion
{
    private const string Query = """
        { sales(period: { from: "2023-01-01", to: "2025-12-31" }) { byRegion { region overTime(grain: DAY) { period byProductLine { productLine revenue quantity } } } } }
        """;

    private static readonly JsonSerializerOptions Plain = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ReaderPool _readers;
    private readonly GraphQLEngine _product;
    private readonly GraphQLEngine _engine;
    private readonly HeldAnswer _answer;
    private readonly SqlStatement _table;

    internal WideQuestion(WarehouseDatabase warehouse)
    {
        _readers = warehouse.Readers;
        _product = new GraphQLEngine(AnalyticSchema.Build(ModelReader.Shipped, warehouse, TimeProvider.System));
        (_engine, _answer) = HeldAnswer.Over(_readers);
        TableExport export = new(warehouse, TimeProvider.System, ModelReader.Shipped);
        (ExportTable? table, var errors) = export.PlanAsync(_product.Select(new GraphQLRequest(Query)).Fields, Caller.Local, CancellationToken.None).GetAwaiter().GetResult();
        _table = table?.Statement ?? throw new InvalidOperationException(string.Join(' ', errors));
    }

    /// <summary>The answer of the product, its statement included.</summary>
    internal void WriteOfProduct(Stream target) => Write(_product, target);

    /// <summary>Holds the rows of the nested answer, the levels above included; a request must have been answered before.</summary>
    internal void HoldNested() => _answer.Hold();

    /// <summary>The answer as JSON by the engine, from the rows that are held; where none are, the statement runs first.</summary>
    internal void WriteJson(Stream target) => Write(_engine, target);

    /// <summary>Holds the rows of the flat answer for a reader of rows.</summary>
    internal DuckDbDataReader HoldReader()
    {
        using ReaderLease lease = _readers.Lease();
        using DuckDbCommand command = _table.CommandOn(lease.Connection);
        return command.ExecuteReader();
    }

    /// <summary>Holds the rows of the flat answer as chunks.</summary>
    internal ResultChunks HoldChunks()
    {
        using ReaderLease lease = _readers.Lease();
        using DuckDbCommand command = _table.CommandOn(lease.Connection);
        return command.ExecuteChunks(CancellationToken.None);
    }

    /// <summary>The rows as objects.</summary>
    internal static List<WideRow> AsObjects(DuckDbDataReader reader)
    {
        List<WideRow> rows = [];
        while (reader.Read())
        {
            rows.Add(new WideRow(reader.GetString(0), reader.GetFieldValue<DateOnly>(1), reader.GetString(2), reader.GetDecimal(3), reader.GetDecimal(4)));
        }

        return rows;
    }

    /// <summary>The rows as a list of JSON objects, by way of objects.</summary>
    internal static void WriteJsonOfObjects(DuckDbDataReader reader, Stream target) => JsonSerializer.Serialize(target, AsObjects(reader), Plain);

    /// <summary>The rows as an Arrow stream; the number of them.</summary>
    internal static long AsArrow(ResultChunks chunks) => ArrowStream.Write(chunks, Stream.Null);

    private static void Write(GraphQLEngine engine, Stream target)
    {
        using GraphQLResponse response = engine.ExecuteAsync(new GraphQLRequest(Query) { State = Caller.Local }).AsTask().GetAwaiter().GetResult();
        if (response.Errors.Count > 0)
        {
            throw new InvalidOperationException(response.Errors[0].ToString());
        }

        target.Write(response.Utf8.Span);
    }
}
