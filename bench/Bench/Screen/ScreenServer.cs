using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using ProdSales.GraphQL.Execution;
using ProdSales.GraphQL.Http;
using ProdSales.Schema;
using ProdSales.Semantics;
using ProdSales.Warehouse;

namespace ProdSales.Bench.Screen;

/// <summary>GraphQL over HTTP in this process behind the answer cache, and a client that asks for the cockpit's first screen by GET.</summary>
internal sealed class ScreenServer : IDisposable
{
    private readonly LoopbackServer _server;
    private readonly string _document;

    /// <summary>Serves a warehouse on a free port.</summary>
    /// <param name="warehouse">What is served.</param>
    /// <param name="document">The screen's question.</param>
    internal ScreenServer(WarehouseDatabase warehouse, string document)
    {
        _document = document;
        ListenedClock clock = new(TimeProvider.System);
        GraphQLEngine engine = new(AnalyticSchema.Build(ModelReader.Shipped, warehouse, clock));
        _server = new LoopbackServer(engine, new GraphQLHttpOptions { Cache = new AnswerCache(engine, warehouse, clock, ModelReader.Shipped.Version) });
    }

    public void Dispose() => _server.Dispose();

    /// <summary>Asks for the screen of a period and reads the whole answer.</summary>
    /// <param name="from">The first day.</param>
    /// <param name="to">The last day.</param>
    /// <param name="tag">The tag of the answer that the client has; null where it has none.</param>
    internal (HttpStatusCode Status, string Tag, byte[] Body) Ask(DateOnly from, DateOnly to, string? tag = null)
    {
        object period = new { from, to };
        string variables = JsonSerializer.Serialize(new { period, recent = period, compare = "SAME_PERIOD_LAST_YEAR", byRegion = true, byProductLine = false, byCustomer = false });
        using HttpRequestMessage request = new(HttpMethod.Get, new Uri($"/graphql?query={Uri.EscapeDataString(_document)}&variables={Uri.EscapeDataString(variables)}", UriKind.Relative));
        if (tag is not null)
        {
            request.Headers.IfNoneMatch.Add(EntityTagHeaderValue.Parse(tag));
        }

        using HttpResponseMessage response = _server.Client.Send(request);
        using MemoryStream body = new();
        response.Content.ReadAsStream().CopyTo(body);
        return (response.StatusCode, response.Headers.ETag!.ToString(), body.ToArray());
    }
}
