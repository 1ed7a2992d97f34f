using System.Net.Http.Headers;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace ProdSales.Bench.Soak;

/// <summary>A client that holds one live question open, by server-sent events or by a socket, and keeps the last answer.</summary>
internal sealed class SoakListener(Uri address, HttpClient client, string question, bool isSocket) : IDisposable
{
    private readonly CancellationTokenSource _cut = new();
    private Task _listening = Task.CompletedTask;
    private int _messages;

    internal string Question => question;

    /// <summary>Gets the last answer as JSON; null before the first.</summary>
    internal string? Last { get; private set; }

    /// <summary>Gets the answers so far.</summary>
    internal int Messages => Volatile.Read(ref _messages);

    /// <summary>Gets what ended a stream that the client had not left; null while nothing did.</summary>
    internal string? Failure { get; private set; }

    internal void Open() => _listening = Task.Run(() => ListenAsync(_cut.Token));

    public void Dispose() => _cut.Dispose();

    /// <summary>Leaves without a word.</summary>
    internal async Task CutAsync()
    {
        await _cut.CancelAsync();
        await _listening;
    }

    private async Task ListenAsync(CancellationToken cut)
    {
        try
        {
            await (isSocket ? BySocketAsync(cut) : ByEventsAsync(cut));
            Failure ??= cut.IsCancellationRequested ? null : "ended";
        }
        catch (Exception error) when (error is OperationCanceledException or HttpRequestException or IOException or WebSocketException)
        {
            Failure ??= cut.IsCancellationRequested ? null : error.Message;
        }
    }

    private async Task ByEventsAsync(CancellationToken cut)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, $"graphql?query={Uri.EscapeDataString($"subscription {question}")}");
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/event-stream"));
        using HttpResponseMessage response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cut);
        response.EnsureSuccessStatusCode();
        using StreamReader reader = new(await response.Content.ReadAsStreamAsync(cut));
        while (await reader.ReadLineAsync(cut) is { } line)
        {
            if (line.StartsWith("data: ", StringComparison.Ordinal))
            {
                Take(line[6..]);
            }
        }
    }

    private async Task BySocketAsync(CancellationToken cut)
    {
        using ClientWebSocket socket = new();
        socket.Options.AddSubProtocol("graphql-transport-ws");
        await socket.ConnectAsync(new UriBuilder(address) { Scheme = "ws", Path = "/graphql" }.Uri, cut);
        await SendAsync(socket, new { type = "connection_init" }, cut);
        await SendAsync(socket, new { id = "1", type = "subscribe", payload = new { query = $"subscription {question}" } }, cut);
        ArraySegment<byte> buffer = new(new byte[256 * 1024]);
        int length = 0;
        while (true)
        {
            WebSocketReceiveResult part = await socket.ReceiveAsync(buffer[length..], cut);
            length += part.Count;
            if (part.MessageType == WebSocketMessageType.Close)
            {
                return;
            }

            if (part.EndOfMessage)
            {
                using JsonDocument message = JsonDocument.Parse(buffer.AsMemory(0, length));
                Note(message.RootElement);
                length = 0;
            }
        }
    }

    private void Note(JsonElement message)
    {
        switch (message.GetProperty("type").GetString())
        {
            case "next":
                Take(message.GetProperty("payload").GetRawText());
                break;
            case "error":
                Failure = message.GetRawText();
                break;
        }
    }

    private void Take(string answer)
    {
        Failure = answer.Contains("\"errors\"", StringComparison.Ordinal) ? answer : Failure;
        Last = answer;
        Interlocked.Increment(ref _messages);
    }

    private static Task SendAsync(ClientWebSocket socket, object message, CancellationToken cut)
        => socket.SendAsync(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(message)), WebSocketMessageType.Text, endOfMessage: true, cut);
}
