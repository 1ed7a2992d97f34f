using ProdSales.GraphQL.Execution.Responses;

namespace ProdSales.GraphQL.Execution;

/// <summary>The answer to one request, already written as JSON. Dispose it when the bytes are sent: what it held then serves another request, which this one does not lead to.</summary>
public readonly record struct GraphQLResponse : IDisposable
{
    private readonly ResponseState _state;
    private readonly int _generation;

    internal GraphQLResponse(ResponseState state, int generation)
    {
        _state = state;
        _generation = generation;
    }

    /// <summary>The response as UTF-8 JSON; valid until disposal.</summary>
    /// <exception cref="ObjectDisposedException">The response was disposed: the caller's fault.</exception>
    public ReadOnlyMemory<byte> Utf8 => _state.Of(_generation).Writer.Written;

    /// <summary>Whether the operation ran, so that there is <c>data</c>, even if null; false for a refused request.</summary>
    /// <exception cref="ObjectDisposedException">The response was disposed: the caller's fault.</exception>
    public bool WasExecuted => _state.Of(_generation).WasExecuted;

    /// <summary>The errors of the response, with the causes that the JSON does not show; they may be kept.</summary>
    /// <exception cref="ObjectDisposedException">The response was disposed: the caller's fault.</exception>
    public IReadOnlyList<GraphQLError> Errors => _state.Of(_generation).Errors;

    /// <summary>Gives up what the response held; nothing the second time.</summary>
    public void Dispose() => _state.Release(_generation);

    /// <summary>The response to a request that is not run.</summary>
    public static GraphQLResponse Refused(params IReadOnlyList<GraphQLError> errors) => new RefusedState(errors).Response;
}
