using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using ProdSales.GraphQL.Execution;
using ProdSales.GraphQL.Http;
using ProdSales.Schema;
using ProdSales.Semantics;
using ProdSales.Warehouse;

namespace ProdSales.Bench.Drill;

/// <summary>GraphQL over HTTP in this process, and a client of it.</summary>
internal sealed class DrillServer : IDisposable
{
    private readonly WebApplication _app;
    private readonly HttpClient _client;

    internal DrillServer(WarehouseDatabase warehouse)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _app = builder.Build();
        _app.MapGraphQL("/graphql", new GraphQLEngine(AnalyticSchema.Build(ModelReader.Shipped, warehouse.Readers, TimeProvider.System)));
        _app.StartAsync().GetAwaiter().GetResult();
        _client = new HttpClient { BaseAddress = new Uri(_app.Urls.First()) };
    }

    public void Dispose()
    {
        _client.Dispose();
        _app.StopAsync().GetAwaiter().GetResult();
        ((IDisposable)_app).Dispose();
    }

    /// <summary>Asks and reads the whole answer.</summary>
    internal byte[] Ask(string query)
    {
        using HttpResponseMessage response = _client.PostAsJsonAsync(new Uri("/graphql", UriKind.Relative), new { query }).GetAwaiter().GetResult();
        return response.Content.ReadAsByteArrayAsync().GetAwaiter().GetResult();
    }
}
