using System.Buffers;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using ProdSales.GraphQL.Http.Streams;

namespace ProdSales.GraphQL.Http.Sockets;

/// <summary>Whole messages of one socket: one reader, and any number of writers in turn.</summary>
internal sealed class SocketChannel(WebSocket socket, int messageBytes, int jsonDepth, StreamLimits limits, CancellationToken ended) : IDisposable
{
    private const int LongestReason = 123;

    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>The next message; null when the client closes.</summary>
    /// <exception cref="SocketClosedException">It is too large, or no JSON object.</exception>
    public async ValueTask<JsonElement?> ReadAsync(CancellationToken cancellation)
    {
        ArrayBufferWriter<byte> message = new(1024);
        while (true)
        {
            ValueWebSocketReceiveResult part = await socket.ReceiveAsync(message.GetMemory(1024), cancellation);
            if (part.MessageType == WebSocketMessageType.Close)
            {
                return null;
            }

            message.Advance(part.Count);
            if (message.WrittenCount > messageBytes)
            {
                throw new SocketClosedException(CloseCode.TooLarge, $"A message may have {messageBytes} bytes");
            }

            if (part.EndOfMessage)
            {
                return part.MessageType == WebSocketMessageType.Text ? Parsed(message.WrittenMemory) : throw Invalid();
            }
        }
    }

    /// <summary>Sends a message; nothing when its operation has been ended before its turn came.</summary>
    public async ValueTask SendAsync(ReadOnlyMemory<byte> message, CancellationToken operation)
    {
        await _turn.WaitAsync(operation);
        try
        {
            operation.ThrowIfCancellationRequested();
            if (socket.State is not (WebSocketState.Open or WebSocketState.CloseReceived))
            {
                throw new OperationCanceledException("The socket is closed.");
            }

            using CancellationTokenSource time = CancellationTokenSource.CreateLinkedTokenSource(ended);
            time.CancelAfter(limits.SendTimeout);
            await socket.SendAsync(message, WebSocketMessageType.Text, endOfMessage: true, time.Token);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Closes the socket; the client may have gone already.</summary>
    public async ValueTask CloseAsync(CloseCode code, string reason)
    {
        using CancellationTokenSource time = new(limits.SendTimeout);
        try
        {
            await socket.CloseOutputAsync((WebSocketCloseStatus)code, Cut(reason), time.Token);
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException or IOException or ObjectDisposedException)
        {
            socket.Abort();
        }
    }

    public void Dispose() => _turn.Dispose();

    /// <summary>What a message of the protocol that none is gets.</summary>
    public static SocketClosedException Invalid(string what = "Invalid message received") => new(CloseCode.BadRequest, what);

    private JsonElement Parsed(ReadOnlyMemory<byte> text)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = jsonDepth });
            return document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.Clone() : throw Invalid();
        }
        catch (JsonException)
        {
            throw Invalid();
        }
    }

    /// <summary>A reason has at most 123 bytes on the wire, and ends with a whole character.</summary>
    private static string Cut(string reason)
    {
        while (Encoding.UTF8.GetByteCount(reason) > LongestReason)
        {
            reason = reason[..^(char.IsLowSurrogate(reason[^1]) ? 2 : 1)];
        }

        return reason;
    }
}
