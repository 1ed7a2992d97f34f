using System.Net.Http.Json;
using ProdSales.GraphQL.Execution;
using ProdSales.Schema;
using ProdSales.Semantics;
using ProdSales.Warehouse;

namespace ProdSales.Bench.Drill;

/// <summary>A server without a cache of answers, and a client that posts questions.</summary>
internal sealed class DrillServer(WarehouseDatabase warehouse) : IDisposable
{
    private readonly LoopbackServer _server = new(new GraphQLEngine(AnalyticSchema.Build(ModelReader.Shipped, warehouse, TimeProvider.System)));

    public void Dispose() => _server.Dispose();

    /// <summary>Asks and reads the whole answer.</summary>
    internal byte[] Ask(string query)
    {
        using HttpResponseMessage response = _server.Client.PostAsJsonAsync(new Uri("/graphql", UriKind.Relative), new { query }).GetAwaiter().GetResult();
        return response.Content.ReadAsByteArrayAsync().GetAwaiter().GetResult();
    }
}
