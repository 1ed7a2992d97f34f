namespace ProdSales.GraphQL.Execution.Responses;

/// <summary>What a <see cref="GraphQLResponse"/> leads to. It may be used again for another response once that one is disposed, which the old one then no longer leads to.</summary>
internal class ResponseState
{
    private int _generation;

    /// <summary>Takes the response as JSON.</summary>
    public ResponseWriter Writer { get; } = new();

    /// <summary>Whether the operation ran.</summary>
    public bool WasExecuted { get; protected set; }

    /// <summary>The errors of the response.</summary>
    public IReadOnlyList<GraphQLError> Errors { get; protected set; } = [];

    /// <summary>The response that this state is of now.</summary>
    public GraphQLResponse Response => new(this, _generation);

    /// <summary>This state, for the response of that generation.</summary>
    /// <exception cref="ObjectDisposedException">The response was disposed: the caller's fault.</exception>
    public ResponseState Of(int generation)
    {
        ObjectDisposedException.ThrowIf(generation != _generation, typeof(GraphQLResponse));
        return this;
    }

    /// <summary>Gives up what the response of that generation held; nothing when that was done before.</summary>
    public void Release(int generation)
    {
        if (Interlocked.CompareExchange(ref _generation, generation + 1, generation) == generation)
        {
            GiveBack();
        }
    }

    /// <summary>Gives up what is held.</summary>
    protected virtual void GiveBack() => Writer.Dispose();
}
