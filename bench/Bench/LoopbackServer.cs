using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using ProdSales.GraphQL.Execution;
using ProdSales.GraphQL.Http;

namespace ProdSales.Bench;

/// <summary>GraphQL over HTTP in this process on a free port, and a client of it.</summary>
internal sealed class LoopbackServer : IDisposable
{
    private readonly WebApplication _app;

    /// <summary>Starts to serve.</summary>
    /// <param name="engine">What answers.</param>
    /// <param name="options">How; null is without a cache of answers.</param>
    internal LoopbackServer(GraphQLEngine engine, GraphQLHttpOptions? options = null)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _app = builder.Build();
        _app.MapGraphQL("/graphql", engine, options);
        _app.StartAsync().GetAwaiter().GetResult();
        Client = new HttpClient { BaseAddress = new Uri(_app.Urls.First()) };
    }

    /// <summary>Gets the client, whose addresses are relative to the server.</summary>
    internal HttpClient Client { get; }

    public void Dispose()
    {
        Client.Dispose();
        _app.StopAsync().GetAwaiter().GetResult();
        ((IDisposable)_app).Dispose();
    }
}
