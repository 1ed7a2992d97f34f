using System.Buffers;
using System.IO.Pipelines;
using System.Text;

namespace ProdSales.GraphQL.Http.Streams;

/// <summary>Writes the events of one stream, one at a time, whoever they come from. A sign of life is sent where nothing else is.</summary>
internal sealed class EventWriter(PipeWriter response, StreamLimits limits, CancellationToken cancellation) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>An event with its data, which holds no line break; an empty one is sent as a field without a value.</summary>
    public ValueTask WriteAsync(string name, ReadOnlyMemory<byte> data) => SendAsync(name, [data]);

    /// <summary>An event of one of several operations, named by its id.</summary>
    public ValueTask WriteAsync(string name, string operationId, ReadOnlyMemory<byte>? payload)
    {
        byte[] id = Encoding.UTF8.GetBytes(System.Text.Json.JsonSerializer.Serialize(operationId));
        return payload is null ? SendAsync(name, ["{\"id\":"u8.ToArray(), id, "}"u8.ToArray()]) : SendAsync(name, ["{\"id\":"u8.ToArray(), id, ",\"payload\":"u8.ToArray(), payload.Value, "}"u8.ToArray()]);
    }

    /// <summary>Sends a sign of life at once and from time to time, until the stream ends.</summary>
    public async Task KeepAliveAsync()
    {
        try
        {
            while (true)
            {
                await SendAsync(null, []);
                await Task.Delay(limits.KeepAlive, cancellation);
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or IOException)
        {
            // The stream has ended, which its owner sees as well.
        }
    }

    public void Dispose() => _turn.Dispose();

    private async ValueTask SendAsync(string? name, ReadOnlyMemory<byte>[] data)
    {
        using CancellationTokenSource time = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        await _turn.WaitAsync(cancellation);
        try
        {
            time.CancelAfter(limits.SendTimeout);
            if (name is null)
            {
                response.Write(":\n\n"u8);
            }
            else
            {
                response.Write(Encoding.UTF8.GetBytes($"event: {name}\ndata:{(data.Length == 0 || data[0].IsEmpty ? "" : " ")}"));
                Array.ForEach(data, part => response.Write(part.Span));
                response.Write("\n\n"u8);
            }

            FlushResult sent = await response.FlushAsync(time.Token);
            if (sent.IsCompleted)
            {
                throw new OperationCanceledException("The client reads no further.");
            }
        }
        finally
        {
            _turn.Release();
        }
    }
}
