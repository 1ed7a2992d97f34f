using System.Net.WebSockets;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using ProdSales.GraphQL.Http.Streams;

namespace ProdSales.GraphQL.Http.Sockets;

/// <summary>Lets sockets in.</summary>
internal sealed class SocketAccess(AnswerStream answers, RequestReading reading, GraphQLHttpOptions options, ConnectionCount connections)
{
    private const string Protocol = "graphql-transport-ws";

    /// <summary>Speaks with one client until the end. Pages of other origins are turned away: browsers let them open sockets with the user's own credentials.</summary>
    public async Task HandleAsync(HttpContext http)
    {
        if (!IsOfSameOrigin(http.Request))
        {
            http.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        using IDisposable? place = connections.TryEnter(options.User(http));
        if (place is null)
        {
            http.Response.Headers.RetryAfter = GraphQLHttpHandler.RetryAfter;
            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return;
        }

        // Some clients show a close code only where one of their protocols was chosen.
        IList<string> offered = http.WebSockets.WebSocketRequestedProtocols;
        bool isSpoken = offered.Contains(Protocol, StringComparer.Ordinal);
        CancellationToken stopping = http.RequestServices.GetService<IHostApplicationLifetime>()?.ApplicationStopping ?? default;
        using CancellationTokenSource ended = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, stopping);
        using WebSocket socket = await http.WebSockets.AcceptWebSocketAsync(new WebSocketAcceptContext { SubProtocol = isSpoken ? Protocol : offered.FirstOrDefault(), KeepAliveInterval = options.Streams.KeepAlive });
        using SocketChannel channel = new(socket, options.BodyBytes, options.JsonDepth, options.Streams, ended.Token);
        if (!isSpoken)
        {
            await channel.CloseAsync(CloseCode.SubprotocolNotAcceptable, "Subprotocol not acceptable");
            return;
        }

        await new SocketSession(channel, answers, reading, options.Streams, FailureLog.Of(http), options.Wording(http), options.State(http), options.Superseded, ended.Token).RunAsync();
    }

    private static bool IsOfSameOrigin(HttpRequest request)
        => request.Headers.Origin is not [{ Length: > 0 } origin] || (Uri.TryCreate(origin, UriKind.Absolute, out Uri? page) && page.Authority.Equals(request.Host.Value, StringComparison.OrdinalIgnoreCase));
}
