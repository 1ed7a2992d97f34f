using ProdSales.GraphQL.Execution.Incremental;

namespace ProdSales.GraphQL.Execution;

/// <summary>The answer to one request, in parts: the first response, and further ones that add to it. Not safe for several threads at once; dispose it to end what still runs.</summary>
public sealed class IncrementalResponse : IAsyncDisposable
{
    private readonly Delivery? _delivery;
    private readonly CancellationTokenSource? _ended;
    private readonly HashSet<string> _open;
    private Payload? _unsent;

    internal IncrementalResponse(GraphQLResponse first, Delivery? delivery = null, CancellationTokenSource? ended = null)
    {
        First = first;
        _delivery = delivery;
        _ended = ended;
        _open = [.. delivery?.OpenIds ?? []];
    }

    /// <summary>The first response: a usual one where nothing comes after it. The caller disposes it.</summary>
    public GraphQLResponse First { get; }

    /// <summary>Whether further responses come.</summary>
    public bool HasNext => _open.Count > 0;

    /// <summary>Runs each further response, for hosts that watch what it is made from; what it gives may be <see cref="Abandon"/>'s in its place. Null runs them plainly.</summary>
    public Func<Func<ValueTask<GraphQLResponse>>, ValueTask<GraphQLResponse>>? Around { get; set; }

    /// <summary>The answer to a request that is not run.</summary>
    public static IncrementalResponse Refused(params IReadOnlyList<GraphQLError> errors) => new(GraphQLResponse.Refused(errors));

    /// <summary>Waits for the next response, which the caller disposes. Only while there is one.</summary>
    /// <exception cref="InvalidOperationException">There is none: the caller's fault.</exception>
    /// <exception cref="OperationCanceledException">The operation was cancelled.</exception>
    public async ValueTask<GraphQLResponse> NextAsync()
    {
        GraphQLResponse next = await (Around is { } around ? around(NextPlainAsync) : NextPlainAsync());
        if (_unsent is { } payload)
        {
            _open.UnionWith(payload.Announced);
            _open.ExceptWith(payload.Completed);
            _unsent = null;
        }

        return next;
    }

    /// <summary>Gives the last response in place of the next one and all that would follow: every part that the caller waits for ends with an error.</summary>
    /// <exception cref="InvalidOperationException">No further response comes: the caller's fault.</exception>
    public GraphQLResponse Abandon(GraphQLError error)
    {
        Payload last = new();
        foreach (string id in HasNext ? _open : throw new InvalidOperationException("No further response comes."))
        {
            last.Complete(id, [error]);
        }

        _open.Clear();
        _unsent = null;
        return new PayloadState(last, hasNext: false).Response;
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

    private async ValueTask<GraphQLResponse> NextPlainAsync()
    {
        _unsent = HasNext ? await _delivery!.NextAsync() : throw new InvalidOperationException("No further response comes.");
        return new PayloadState(_unsent, _delivery.HasNext).Response;
    }
}
