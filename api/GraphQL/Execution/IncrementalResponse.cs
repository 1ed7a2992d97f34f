using ProdSales.GraphQL.Execution.Incremental;

namespace ProdSales.GraphQL.Execution;

/// <summary>The answer to one request, in parts: the first response, and further ones that add to it. Not safe for several threads at once; dispose it to end what still runs.</summary>
public sealed class IncrementalResponse : IAsyncDisposable
{
    private readonly Delivery? _delivery;
    private readonly CancellationTokenSource? _ended;

    internal IncrementalResponse(GraphQLResponse first, Delivery? delivery = null, CancellationTokenSource? ended = null)
    {
        First = first;
        _delivery = delivery;
        _ended = ended;
    }

    /// <summary>The first response: a usual one where nothing comes after it. The caller disposes it.</summary>
    public GraphQLResponse First { get; }

    /// <summary>Whether further responses come.</summary>
    public bool HasNext => _delivery?.HasNext == true;

    /// <summary>Waits for the next response, which the caller disposes. Only while there is one.</summary>
    /// <exception cref="InvalidOperationException">There is none: the caller's fault.</exception>
    /// <exception cref="OperationCanceledException">The operation was cancelled.</exception>
    public async ValueTask<GraphQLResponse> NextAsync()
    {
        Payload payload = HasNext ? await _delivery!.NextAsync() : throw new InvalidOperationException("No further response comes.");
        return new PayloadState(payload, HasNext).Response;
    }

    /// <summary>Gives the last response in place of all that would come: every part that the caller waits for ends with an error.</summary>
    /// <exception cref="InvalidOperationException">No further response comes: the caller's fault.</exception>
    public GraphQLResponse Abandon(GraphQLError error)
    {
        Payload payload = HasNext ? _delivery!.Abandon(error) : throw new InvalidOperationException("No further response comes.");
        return new PayloadState(payload, hasNext: false).Response;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_ended is not null)
        {
            await _ended.CancelAsync();
            await _delivery!.EndAsync();
            _ended.Dispose();
        }
    }
}
