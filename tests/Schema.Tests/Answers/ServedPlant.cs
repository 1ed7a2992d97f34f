using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using ProdSales.GraphQL.Execution;
using ProdSales.Plants;
using ProdSales.Schema;
using ProdSales.Semantics;
using ProdSales.Support;
using ProdSales.Warehouse;
using ProdSales.Warehouse.Provider;
using ProdSales.Warehouse.Reading;

namespace ProdSales.SchemaTests.Answers;

/// <summary>The small plant in a warehouse file, served by the real engine.</summary>
public sealed class ServedPlant : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly WarehouseDatabase _database;
    private readonly GraphQLEngine _engine;

    public ServedPlant()
        : this(null)
    {
    }

    /// <summary>The plant after a change in SQL.</summary>
    /// <param name="change">The change, or null for none.</param>
    /// <param name="model">The model that is served; the product's own where none is given.</param>
    /// <param name="now">When it is; the first of January 2026 where it is not said.</param>
    internal ServedPlant(string? change, SemanticModel? model = null, DateTimeOffset? now = null)
    {
        FixedClock clock = new(now ?? new DateTimeOffset(2026, 1, 1, 8, 0, 0, TimeSpan.Zero));
        _database = PlantFile.Open(_folder.File("plant.duckdb"), clock: clock);
        if (change is not null)
        {
            _database.Writer.Write(open => open.Connection.Execute(change));
        }

        _engine = new GraphQLEngine(AnalyticSchema.Build(model ?? ModelReader.Shipped, _database, clock));
    }

    /// <summary>The whole response as JSON.</summary>
    public JsonNode Ask(string query, string? variables = null, string? extensions = null) => JsonNode.Parse(TextTo(Caller.Local, query, variables, extensions))!;

    /// <summary>The whole response as it goes out, to somebody.</summary>
    internal string Text(string query, string? variables = null, SecurityScope? scope = null, string? extensions = null) =>
        TextTo(new Caller(AnswerLanguage.English, scope ?? SecurityScope.Full), query, variables, extensions);

    /// <summary>The whole response as it goes out, to whomever the state of the request says.</summary>
    internal string TextTo(object state, string query, string? variables = null, string? extensions = null)
    {
        GraphQLRequest request = Request(query, variables) with { State = state, Extensions = extensions is null ? null : JsonDocument.Parse(extensions).RootElement };
        using GraphQLResponse response = _engine.ExecuteAsync(request).AsTask().GetAwaiter().GetResult();
        return System.Text.Encoding.UTF8.GetString(response.Utf8.Span);
    }

    /// <summary>The data of a response without errors, as compact JSON.</summary>
    public string Data(string query, string? variables = null)
    {
        JsonNode answer = Ask(query, variables);
        Assert.True(answer["errors"] is null, answer.ToJsonString());
        return answer["data"]!.ToJsonString(Plain);
    }

    /// <summary>The statements that reach DuckDB while a question is answered.</summary>
    internal IReadOnlyList<string> Heard(string query)
    {
        ConcurrentQueue<string> statements = [];
        _ = _database.Readers.ListenAsync(statements.Enqueue, () => Task.FromResult(Ask(query))).GetAwaiter().GetResult();

        // The listener is also told names of tables that an answer depends on without reading them.
        return [.. statements.Where(statement => statement.Contains("SELECT", StringComparison.Ordinal))];
    }

    /// <summary>The first row of SQL written by hand.</summary>
    public object?[] Row(string sql) => Rows(sql)[0];

    /// <summary>The rows of SQL written by hand.</summary>
    internal IReadOnlyList<object?[]> Rows(string sql)
    {
        using ReaderLease lease = _database.Readers.Lease();
        using DuckDbCommand command = lease.Connection.CreateCommand(sql);
        using DuckDbDataReader reader = command.ExecuteReader();
        List<object?[]> rows = [];
        while (reader.Read())
        {
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(column => reader.IsDBNull(column) ? null : reader.GetValue(column))]);
        }

        return rows;
    }

    /// <summary>Changes the warehouse as a later batch would.</summary>
    internal void Change(string sql) => _database.Writer.Write(transaction => transaction.Connection.Execute(sql));

    public void Dispose()
    {
        _database.Dispose();
        _folder.Dispose();
    }

    private static readonly JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static GraphQLRequest Request(string query, string? variables) =>
        new(query) { Variables = variables is null ? null : JsonDocument.Parse(variables).RootElement };
}
