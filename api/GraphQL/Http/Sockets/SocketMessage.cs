using System.Buffers;
using System.Text.Json;

namespace ProdSales.GraphQL.Http.Sockets;

/// <summary>Writes the messages that a server sends.</summary>
internal static class SocketMessage
{
    public static ReadOnlyMemory<byte> Acknowledged { get; } = Of("connection_ack", null, null, default);

    public static ReadOnlyMemory<byte> Pong(JsonElement? payload) => Of("pong", null, "payload", payload is { } given ? JsonSerializer.SerializeToUtf8Bytes(given) : default(ReadOnlyMemory<byte>));

    public static ReadOnlyMemory<byte> Next(string id, ReadOnlyMemory<byte> response) => Of("next", id, "payload", response);

    public static ReadOnlyMemory<byte> Complete(string id) => Of("complete", id, null, default);

    /// <summary>The errors of an operation that was refused before it ran; it ends the operation.</summary>
    public static ReadOnlyMemory<byte> Error(string id, ReadOnlyMemory<byte> response)
    {
        using JsonDocument document = JsonDocument.Parse(response);
        return Of("error", id, "payload", JsonSerializer.SerializeToUtf8Bytes(document.RootElement.GetProperty("errors")));
    }

    private static ReadOnlyMemory<byte> Of(string type, string? id, string? member, ReadOnlyMemory<byte> json)
    {
        ArrayBufferWriter<byte> buffer = new(json.Length + 128);
        using Utf8JsonWriter writer = new(buffer);
        writer.WriteStartObject();
        if (id is not null)
        {
            writer.WriteString("id", id);
        }

        writer.WriteString("type", type);
        if (member is not null && !json.IsEmpty)
        {
            writer.WritePropertyName(member);
            writer.WriteRawValue(json.Span, skipInputValidation: true);
        }

        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenMemory;
    }
}
