using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ProdSales.GraphQL.Execution;
using ProdSales.GraphQL.Execution.Telemetry;

namespace ProdSales.GraphQL.Http.Streams;

/// <summary>
/// Server-sent events by the protocol of graphql-sse: a stream for each operation, or one reserved stream for all operations of a client,
/// which needs no more than one of the few connections that a browser opens by HTTP/1.1.
/// </summary>
internal sealed class EventStreams(AnswerStream answers, ConnectionCount connections, GraphQLHttpOptions options)
{
    public const string MediaType = "text/event-stream";

    private const string TokenHeader = "X-GraphQL-Event-Stream-Token";
    private const string Next = "next";
    private const string Complete = "complete";

    private readonly ConcurrentDictionary<string, ReservedStream> _reserved = new(StringComparer.Ordinal);

    /// <summary>The token of the stream that a request speaks of; null when it speaks of none.</summary>
    public static string? TokenOf(HttpRequest request) => request.Headers[TokenHeader] is [{ Length: > 0 } header] ? header
        : request.Query["token"] is [{ Length: > 0 } parameter] ? parameter : null;

    /// <summary>Answers one operation by a stream of its own. What is wrong with the operation is an event, since browsers do not show bodies of failed streams.</summary>
    public Task AnswerAsync(HttpContext http, GraphQLRequest request) => StreamAsync(http, async (writer, ended) =>
    {
        await foreach (KeptAnswer answer in answers.AnswersAsync(FailureLog.Of(http), options.Wording(http), request, ended))
        {
            await writer.WriteAsync(Next, answer.Utf8);
        }

        await writer.WriteAsync(Complete, ReadOnlyMemory<byte>.Empty);
    });

    /// <summary>Reserves a stream and gives its token.</summary>
    public async Task ReserveAsync(HttpContext http)
    {
        foreach ((string token, ReservedStream stream) in _reserved)
        {
            if (stream.IsForgotten(options.Streams.InitTimeout))
            {
                _reserved.TryRemove(token, out _);
            }
        }

        if (_reserved.Count >= options.Streams.Connections)
        {
            await RefuseAsync(http, StatusCodes.Status503ServiceUnavailable);
            return;
        }

        string made = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        _reserved[made] = new ReservedStream(http.RequestServices.GetService<TimeProvider>() ?? TimeProvider.System);
        http.Response.StatusCode = StatusCodes.Status201Created;
        http.Response.ContentType = "text/plain; charset=utf-8";
        await http.Response.WriteAsync(made, http.RequestAborted);
    }

    /// <summary>Opens a reserved stream; it ends when its client leaves, and all its operations with it.</summary>
    public async Task OpenAsync(HttpContext http, string token)
    {
        if (!_reserved.TryGetValue(token, out ReservedStream? stream))
        {
            await RefuseAsync(http, StatusCodes.Status404NotFound);
            return;
        }

        if (!stream.TryClaim())
        {
            await RefuseAsync(http, StatusCodes.Status409Conflict);
            return;
        }

        try
        {
            await StreamAsync(http, (writer, ended) => stream.RunAsync(writer, options.Streams.Operations, ended));
        }
        finally
        {
            _reserved.TryRemove(token, out _);
        }
    }

    /// <summary>Begins an operation whose answers go to a reserved stream: 202, or why not.</summary>
    public async Task BeginAsync(HttpContext http, string token, GraphQLRequest request)
    {
        string? id = request.Extensions is { } extensions && extensions.TryGetProperty("operationId", out JsonElement given) && given.ValueKind == JsonValueKind.String ? given.GetString() : null;
        ILogger<GraphQLEngine> log = FailureLog.Of(http);
        RefusalWording? wording = options.Wording(http);
        int status = !_reserved.TryGetValue(token, out ReservedStream? stream) ? StatusCodes.Status404NotFound
            : id is null ? StatusCodes.Status400BadRequest
            : stream.Begin(id, ended => answers.AnswersAsync(log, wording, request, ended));
        if (status == StatusCodes.Status202Accepted)
        {
            http.Response.StatusCode = status;
            return;
        }

        await RefuseAsync(http, status);
    }

    /// <summary>Ends an operation of a reserved stream.</summary>
    public async Task EndAsync(HttpContext http, string token)
    {
        bool isKnown = _reserved.TryGetValue(token, out ReservedStream? stream);
        string? id = http.Request.Query["operationId"];
        if (!isKnown || id is null)
        {
            await RefuseAsync(http, isKnown ? StatusCodes.Status400BadRequest : StatusCodes.Status404NotFound);
            return;
        }

        await stream!.EndAsync(id);
        http.Response.StatusCode = StatusCodes.Status200OK;
    }

    private async Task StreamAsync(HttpContext http, Func<EventWriter, CancellationToken, Task> run)
    {
        using IDisposable? place = connections.TryEnter(options.User(http));
        if (place is null)
        {
            await RefuseAsync(http, StatusCodes.Status503ServiceUnavailable);
            return;
        }

        CancellationToken stopping = http.RequestServices.GetService<IHostApplicationLifetime>()?.ApplicationStopping ?? default;
        using CancellationTokenSource ended = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, stopping, options.Superseded);
        http.Response.StatusCode = StatusCodes.Status200OK;
        http.Response.ContentType = $"{MediaType}; charset=utf-8";
        http.Response.Headers.CacheControl = "no-cache";
        http.Response.Headers["X-Accel-Buffering"] = "no";
        http.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        using EventWriter writer = new(http.Response.BodyWriter, options.Streams, ended.Token);
        Task alive = writer.KeepAliveAsync();
        try
        {
            await run(writer, ended.Token);
        }
        catch (OperationCanceledException)
        {
            // The client left, read too slowly, or the server ends. A stream that ends well would be over for its client; one that breaks is opened anew.
            if (options.Superseded.IsCancellationRequested)
            {
                http.Abort();
            }
        }
        finally
        {
            await ended.CancelAsync();
            await alive;
        }
    }

    private async Task RefuseAsync(HttpContext http, int status)
    {
        HttpRefusal refusal = status switch
        {
            StatusCodes.Status400BadRequest => HttpRefusal.OperationIdMissing(),
            StatusCodes.Status404NotFound => HttpRefusal.StreamNotFound(),
            StatusCodes.Status409Conflict => HttpRefusal.StreamTaken(),
            _ => HttpRefusal.StreamsFull(),
        };
        EngineTelemetry.NoteRefused(refusal.Code);
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json; charset=utf-8";
        if (refusal.Code == ErrorCodes.Busy)
        {
            http.Response.Headers.RetryAfter = GraphQLHttpHandler.RetryAfter;
        }

        await http.Response.Body.WriteAsync(WholeAnswers.Refused(refusal.ErrorIn(options.Wording(http))).Utf8, http.RequestAborted);
    }
}
