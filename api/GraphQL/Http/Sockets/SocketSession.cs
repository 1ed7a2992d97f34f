using System.Net.WebSockets;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using ProdSales.GraphQL.Execution;
using ProdSales.GraphQL.Http.Streams;

namespace ProdSales.GraphQL.Http.Sockets;

/// <summary>One socket by the protocol of graphql-transport-ws, from its first message to its end.</summary>
internal sealed class SocketSession(
    SocketChannel channel, AnswerStream answers, RequestReading reading, StreamLimits limits, ILogger<GraphQLEngine> log, RefusalWording? wording, object? state, CancellationToken superseded, CancellationToken ended)
{
    private readonly OperationSet _operations = new(limits.Operations, ended);
    private readonly List<Task> _running = [];
    private volatile bool _isAcknowledged;

    /// <summary>Speaks until the client leaves, breaks the protocol, or the server ends.</summary>
    public async Task RunAsync()
    {
        using CancellationTokenSource over = CancellationTokenSource.CreateLinkedTokenSource(ended);
        Task beginning = RequireBeginningAsync(over.Token);
        Task superseding = SendOffAsync(over.Token);
        try
        {
            while (await channel.ReadAsync(ended) is { } message)
            {
                await HandleAsync(message);
            }

            await channel.CloseAsync((CloseCode)WebSocketCloseStatus.NormalClosure, "");
        }
        catch (SocketClosedException closed)
        {
            await channel.CloseAsync(closed.Code, closed.Message);
        }
        catch (OperationCanceledException)
        {
            await channel.CloseAsync(CloseCode.GoingAway, "Going away");
        }
        catch (WebSocketException)
        {
            // The client went without a word.
        }
        finally
        {
            await over.CancelAsync();
            _operations.EndAll();
            await Task.WhenAll([beginning, superseding, .. _running]);
        }
    }

    /// <summary>Closes the socket where the client does not begin in time; reading goes on until it answers, since ending a read would break the socket without a code.</summary>
    private async Task RequireBeginningAsync(CancellationToken over)
    {
        try
        {
            await Task.Delay(limits.InitTimeout, over);
        }
        catch (OperationCanceledException)
        {
            return;
        }

        if (!_isAcknowledged)
        {
            await channel.CloseAsync(CloseCode.InitTimeout, "Connection initialisation timeout");
        }
    }

    /// <summary>Closes the socket where another schema takes the place of the one that answers here.</summary>
    private async Task SendOffAsync(CancellationToken over)
    {
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(superseded, over);
        await Task.Delay(Timeout.Infinite, either.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!over.IsCancellationRequested)
        {
            await channel.CloseAsync(CloseCode.ServiceRestart, "Another schema is served from now on");
        }
    }

    private async ValueTask HandleAsync(JsonElement message)
    {
        switch (Text(message, "type"))
        {
            case "connection_init" when _isAcknowledged:
                throw new SocketClosedException(CloseCode.TooManyInits, "Too many initialisation requests");
            case "connection_init":
                RequireObject(message);
                _isAcknowledged = true;
                await channel.SendAsync(SocketMessage.Acknowledged, ended);
                break;
            case "ping":
                RequireObject(message);
                await channel.SendAsync(SocketMessage.Pong(message.TryGetProperty("payload", out JsonElement payload) ? payload : null), ended);
                break;
            case "pong":
                RequireObject(message);
                break;
            case "subscribe":
                await BeginAsync(message);
                break;
            case "complete":
                _operations.End(Id(message));
                break;
            default:
                throw SocketChannel.Invalid();
        }
    }

    private async ValueTask BeginAsync(JsonElement message)
    {
        string id = Id(message);
        if (!message.TryGetProperty("payload", out JsonElement payload) || payload.ValueKind != JsonValueKind.Object)
        {
            throw SocketChannel.Invalid();
        }

        if (!_isAcknowledged)
        {
            throw new SocketClosedException(CloseCode.Unauthorized, "Unauthorized");
        }

        (GraphQLRequest? request, HttpRefusal? refusal) = reading.Parse(payload).Alone;
        if (request is null)
        {
            throw refusal!.Code == ErrorCodes.BadRequest ? SocketChannel.Invalid(Said(refusal)) : new SocketClosedException(CloseCode.Forbidden, Said(refusal));
        }

        _running.RemoveAll(task => task.IsCompleted);
        if (_operations.IsFull && !_operations.IsRunning(id))
        {
            // Nothing more is read until the client has taken the refusal, so that a flood waits with its sender.
            await channel.SendAsync(SocketMessage.Error(id, WholeAnswers.Refused(HttpRefusal.OperationsFull(limits.Operations).ErrorIn(wording)).Utf8), ended);
            return;
        }

        CancellationToken token = _operations.TryBegin(id) ?? throw new SocketClosedException(CloseCode.SubscriberExists, $"Subscriber for {id} already exists");
        _running.Add(CarryAsync(id, request with { State = state }, token));
    }

    private async Task CarryAsync(string id, GraphQLRequest request, CancellationToken token)
    {
        try
        {
            await foreach (KeptAnswer answer in answers.AnswersAsync(log, wording, request, token))
            {
                if (!answer.WasExecuted)
                {
                    await RefuseAsync(id, answer, token);
                    return;
                }

                await channel.SendAsync(SocketMessage.Next(id, answer.Utf8), token);
            }

            await channel.SendAsync(SocketMessage.Complete(id), token);
            _operations.End(id);
        }
        catch (Exception over) when (over is OperationCanceledException or WebSocketException or IOException)
        {
            // Ended by the client, or with the socket.
        }
    }

    private async ValueTask RefuseAsync(string id, KeptAnswer answer, CancellationToken token)
    {
        await channel.SendAsync(SocketMessage.Error(id, answer.Utf8), token);
        _operations.End(id);
    }

    private string Said(HttpRefusal refusal) => refusal.ErrorIn(wording).Message;

    private static string Id(JsonElement message) => Text(message, "id") is { Length: > 0 } id ? id : throw SocketChannel.Invalid();

    /// <summary>A payload that is given must be an object.</summary>
    private static void RequireObject(JsonElement message)
    {
        if (message.TryGetProperty("payload", out JsonElement payload) && payload.ValueKind is not (JsonValueKind.Object or JsonValueKind.Null))
        {
            throw SocketChannel.Invalid();
        }
    }

    private static string? Text(JsonElement message, string name)
        => message.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
