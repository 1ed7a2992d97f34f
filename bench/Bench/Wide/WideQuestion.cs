using System.Globalization;
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
    private readonly SqlStatement _nested;

    internal WideQuestion(WarehouseDatabase warehouse)
    {
        _warehouse = warehouse;
        _engine = new GraphQLEngine(AnalyticSchema.Build(ModelReader.Shipped, warehouse, TimeProvider.System));
        TableExport export = new(warehouse.Readers, TimeProvider.System, ModelReader.Shipped);
        (ExportTable? table, var errors) = export.PlanAsync(_engine.Select(new GraphQLRequest(Query)).Fields, Caller.Local, CancellationToken.None).GetAwaiter().GetResult();
        _table = table?.Statement ?? throw new InvalidOperationException(string.Join(' ', errors));
        _nested = Told();
    }

    /// <summary>The answer as JSON by the engine.</summary>
    internal void WriteJson(Stream target)
    {
        using GraphQLResponse response = _engine.ExecuteAsync(new GraphQLRequest(Query) { State = Caller.Local }).AsTask().GetAwaiter().GetResult();
        if (response.Errors.Count > 0)
        {
            throw new InvalidOperationException(response.Errors[0].ToString());
        }

        target.Write(response.Utf8.Span);
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
    internal void WriteJsonOfObjects(Stream target) => JsonSerializer.Serialize(target, AsObjects(), Plain);

    /// <summary>The rows as an Arrow stream.</summary>
    internal long AsArrow() => OnChunks(_table, chunks => ArrowStream.Write(chunks, Stream.Null));

    /// <summary>The statement of the rows with nothing done to them.</summary>
    internal long Drained() => OnChunks(_table, Count);

    /// <summary>The statement of the nested answer, which has the rows of the levels above too, with nothing done to its rows.</summary>
    internal long NestedDrained() => OnChunks(_nested, Count);

    private static long Count(ResultChunks chunks)
    {
        long rows = 0;
        while (chunks.MoveNext())
        {
            rows += chunks.Current.Count;
        }

        return rows;
    }

    /// <summary>The statement that the engine says it asks.</summary>
    private SqlStatement Told()
    {
        using JsonDocument asksForPlan = JsonDocument.Parse("""{"plan": true}""");
        using GraphQLResponse response = _engine.ExecuteAsync(new GraphQLRequest(Query) { State = Caller.Local, Extensions = asksForPlan.RootElement }).AsTask().GetAwaiter().GetResult();
        using JsonDocument answer = JsonDocument.Parse(response.Utf8);
        JsonElement plan = answer.RootElement.GetProperty("extensions").GetProperty("plan")[0];
        Dictionary<string, object> values = plan.GetProperty("parameters").EnumerateObject().ToDictionary(value => value.Name, value => Value(value.Value.GetString()!));
        return new SqlStatement(plan.GetProperty("sql").GetString()!, values, []);
    }

    private static object Value(string told)
        => DateOnly.TryParseExact(told, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? day
            : long.TryParse(told, CultureInfo.InvariantCulture, out long number) ? number : told;

    private long OnChunks(SqlStatement statement, Func<ResultChunks, long> read)
    {
        using ReaderLease lease = _warehouse.Readers.Lease();
        using DuckDbCommand command = statement.CommandOn(lease.Connection);
        using ResultChunks chunks = command.ExecuteChunks(CancellationToken.None);
        return read(chunks);
    }
}
