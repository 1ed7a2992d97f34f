using System.Threading.Channels;
using Microsoft.AspNetCore.Http;

namespace ProdSales.GraphQL.Http.Streams;

/// <summary>One stream that carries all operations of a client. Operations may begin before it is opened; their answers wait for it.</summary>
internal sealed class ReservedStream(TimeProvider clock)
{
    private readonly Channel<(string Id, Func<CancellationToken, IAsyncEnumerable<KeptAnswer>> Answers)> _begun =
        Channel.CreateBounded<(string, Func<CancellationToken, IAsyncEnumerable<KeptAnswer>>)>(new BoundedChannelOptions(64) { FullMode = BoundedChannelFullMode.Wait });

    private readonly long _reservedAt = clock.GetTimestamp();
    private readonly HashSet<string> _waiting = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();
    private OperationSet? _operations;
    private EventWriter? _writer;
    private int _isClaimed;

    /// <summary>Whether it was reserved longer ago than that and never opened.</summary>
    public bool IsForgotten(TimeSpan timeout) => Volatile.Read(ref _isClaimed) == 0 && clock.GetElapsedTime(_reservedAt) > timeout;

    /// <summary>Takes the stream for one connection; false when another has it.</summary>
    public bool TryClaim() => Interlocked.Exchange(ref _isClaimed, 1) == 0;

    /// <summary>Begins an operation: the status of the request that asks for it.</summary>
    public int Begin(string id, Func<CancellationToken, IAsyncEnumerable<KeptAnswer>> answers)
    {
        lock (_lock)
        {
            if (_operations?.IsRunning(id) == true || !_waiting.Add(id))
            {
                return StatusCodes.Status409Conflict;
            }

            if (_operations?.IsFull == true || !_begun.Writer.TryWrite((id, answers)))
            {
                _waiting.Remove(id);
                return StatusCodes.Status503ServiceUnavailable;
            }

            return StatusCodes.Status202Accepted;
        }
    }

    /// <summary>Ends an operation and tells its end.</summary>
    public async ValueTask EndAsync(string id)
    {
        bool wasWaiting;
        lock (_lock)
        {
            wasWaiting = _waiting.Remove(id);
        }

        if (!wasWaiting && _operations?.End(id) == true)
        {
            await _writer!.WriteAsync("complete", id, null);
        }
    }

    /// <summary>Carries operations until the stream ends.</summary>
    public async Task RunAsync(EventWriter writer, int mostOperations, CancellationToken ended)
    {
        _writer = writer;
        _operations = new OperationSet(mostOperations, ended);
        List<Task> running = [];
        try
        {
            await foreach ((string id, Func<CancellationToken, IAsyncEnumerable<KeptAnswer>> answers) in _begun.Reader.ReadAllAsync(ended))
            {
                running.RemoveAll(task => task.IsCompleted);
                if (Started(id) is { } token)
                {
                    running.Add(CarryAsync(id, answers, writer, token));
                }
            }
        }
        finally
        {
            _operations.EndAll();
            await Task.WhenAll(running);
        }
    }

    /// <summary>Moves an operation from those that wait to those that run; null when it was ended before.</summary>
    private CancellationToken? Started(string id)
    {
        lock (_lock)
        {
            return _waiting.Remove(id) ? _operations!.TryBegin(id) : null;
        }
    }

    private async Task CarryAsync(string id, Func<CancellationToken, IAsyncEnumerable<KeptAnswer>> answers, EventWriter writer, CancellationToken ended)
    {
        try
        {
            await foreach (KeptAnswer answer in answers(ended))
            {
                await writer.WriteAsync("next", id, answer.Utf8);
            }

            if (_operations!.End(id))
            {
                await writer.WriteAsync("complete", id, null);
            }
        }
        catch (OperationCanceledException)
        {
            // Ended by the client, or with the stream.
        }
    }
}
