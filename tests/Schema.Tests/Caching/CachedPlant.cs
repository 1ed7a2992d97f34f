using System.Text;
using System.Text.Json;
using ProdSales.GraphQL.Execution;
using ProdSales.GraphQL.Http;
using ProdSales.Plants;
using ProdSales.Schema;
using ProdSales.Semantics;
using ProdSales.Support;
using ProdSales.Warehouse;
using ProdSales.Warehouse.Reading;

namespace ProdSales.SchemaTests.Caching;

/// <summary>The small plant behind a cache.</summary>
public sealed class CachedPlant : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    internal CachedPlant(long bytes = AnswerCache.DefaultBytes)
    {
        Clock = new MovedClock(new DateTimeOffset(2026, 1, 1, 8, 0, 0, TimeSpan.Zero));
        Warehouse = PlantFile.Open(_folder.File("plant.duckdb"), clock: Clock);
        ListenedClock listened = new(Clock);
        SemanticModel model = ModelReader.Shipped;
        Cache = new AnswerCache(new GraphQLEngine(AnalyticSchema.Build(model, Warehouse, listened), new EngineOptions { DescribeException = WarehouseRefusal.Describe }), Warehouse, listened, model.Version, bytes);
        Live = new LiveAnswers(Cache, Warehouse, listened);
    }

    internal WarehouseDatabase Warehouse { get; }

    internal MovedClock Clock { get; }

    internal AnswerCache Cache { get; }

    internal LiveAnswers Live { get; }

    public void Dispose()
    {
        Warehouse.Dispose();
        _folder.Dispose();
    }

    internal async Task<KeptAnswer> AskAsync(string query, Caller? caller = null, CancellationToken cancellationToken = default) =>
        await Cache.AnswerAsync(new GraphQLRequest(query) { State = caller ?? Caller.Local }, cancellationToken);

    internal async Task<string?> VersionAsync(string query) => (await AskAsync(query)).Version;

    internal async Task<JsonElement> DataAsync(string query)
    {
        KeptAnswer answer = await AskAsync(query);
        Assert.True(answer.Errors.Count == 0, Encoding.UTF8.GetString(answer.Utf8.Span));
        return JsonDocument.Parse(answer.Utf8).RootElement.GetProperty("data");
    }

    /// <summary>Commits a change as a batch does.</summary>
    internal void Change(string sql, params string[] touched) => Warehouse.Writer.Write(transaction =>
    {
        transaction.TouchNothingElse();
        Array.ForEach(touched, transaction.Touch);
        transaction.Connection.Execute(sql);
    });

    /// <summary>Takes every connection, so that nothing can be read until they are given back.</summary>
    internal IDisposable AllReaders()
    {
        List<ReaderLease> leases = [];
        using CancellationTokenSource enough = new();
        while (Warehouse.Readers.Waiting == 0)
        {
            Task<ReaderLease> next = Warehouse.Readers.LeaseAsync(enough.Token);
            if (next.IsCompletedSuccessfully)
            {
                leases.Add(next.Result);
            }
            else
            {
                enough.Cancel();
                break;
            }
        }

        return new Leases(leases);
    }

    private sealed class Leases(List<ReaderLease> leases) : IDisposable
    {
        public void Dispose() => leases.ForEach(lease => lease.Dispose());
    }
}
