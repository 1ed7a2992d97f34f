using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ProdSales.Host.Tests.Telemetry;

/// <summary>A collector that keeps what is sent to it by OTLP over HTTP.</summary>
internal sealed class Collector : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly ConcurrentQueue<byte[]> _received = new();

    private Collector()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _application = builder.Build();
        _application.MapPost("/v1/{signal}", KeepAsync);
    }

    internal string Address => _application.Urls.First();

    /// <summary>Gets all that came, as text: the names and texts of the protocol's messages stand in it as they are.</summary>
    internal string Text => string.Concat(_received.Select(Encoding.UTF8.GetString));

    internal static async Task<Collector> StartAsync()
    {
        Collector collector = new();
        await collector._application.StartAsync();
        return collector;
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private async Task KeepAsync(HttpContext http)
    {
        using MemoryStream body = new();
        await http.Request.Body.CopyToAsync(body);
        _received.Enqueue(body.ToArray());
        http.Response.ContentType = "application/x-protobuf";
    }
}
