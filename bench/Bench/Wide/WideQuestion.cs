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

/// <summary>One question with many rows: region, day, product line over three years. Each way to answer it runs it anew.</summary>
internal sealed class WideQuestion
{
    private const string Query = """
        { sales(period: { from: "2023-01-01", to: "2025-12-31" }) { byRegion { region overTime(grain: DAY) { period byProductLine { productLine revenue quantity } } } } }
        """;

    private static readonly JsonSerializerOptions Plain = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly WarehouseDatabase _warehouse;
    private readonly GraphQLEngine _engine;
    private readonly SqlStatement _table;

    internal WideQuestion(WarehouseDatabase warehouse)
    {
        _warehouse = warehouse;
        _engine = new GraphQLEngine(AnalyticSchema.Build(ModelReader.Shipped, warehouse, TimeProvider.System));
        TableExport export = new(warehouse.Readers, TimeProvider.System, ModelReader.Shipped);
        (ExportTable? table, var errors) = export.PlanAsync(_engine.Select(new GraphQLRequest(Query)).Fields, Caller.Local, CancellationToken.None).GetAwaiter().GetResult();
        _table = table?.Statement ?? throw new InvalidOperationException(string.Join(' ', errors));
    }

    /// <summary>The answer as JSON by the engine.</summary>
    internal byte[] AsJson()
    {
        using GraphQLResponse response = _engine.ExecuteAsync(new GraphQLRequest(Query) { State = Caller.Local }).AsTask().GetAwaiter().GetResult();
        return response.Errors.Count == 0 ? response.Utf8.ToArray() : throw new InvalidOperationException(response.Errors[0].ToString());
    }

    /// <summary>The rows as objects.</summary>
    internal List<WideRow> AsObjects()
    {
        using ReaderLease lease = _warehouse.Readers.Lease();
        using DuckDbCommand command = _table.CommandOn(lease.Connection);
        using DuckDbDataReader reader = command.ExecuteReader();
        List<WideRow> rows = [];
        while (reader.Read())
        {
            rows.Add(new WideRow(reader.GetString(0), reader.GetFieldValue<DateOnly>(1), reader.GetString(2), reader.GetDecimal(3), reader.GetDecimal(4)));
        }

        return rows;
    }

    /// <summary>The rows as a list of JSON objects, by way of objects.</summary>
    internal byte[] AsJsonOfObjects() => JsonSerializer.SerializeToUtf8Bytes(AsObjects(), Plain);

    /// <summary>The rows as an Arrow stream.</summary>
    internal long AsArrow() => OnChunks(chunks => ArrowStream.Write(chunks, Stream.Null));

    /// <summary>The statement with nothing done to its rows.</summary>
    internal long Drained() => OnChunks(chunks =>
    {
        long rows = 0;
        while (chunks.MoveNext())
        {
            rows += chunks.Current.Count;
        }

        return rows;
    });

    private long OnChunks(Func<ResultChunks, long> read)
    {
        using ReaderLease lease = _warehouse.Readers.Lease();
        using DuckDbCommand command = _table.CommandOn(lease.Connection);
        using ResultChunks chunks = command.ExecuteChunks(CancellationToken.None);
        return read(chunks);
    }
}
