using ProdSales.GraphQL.Execution.Responses;

namespace ProdSales.GraphQL.Execution.Resolution;

/// <summary>One running operation, the same for all its resolvers. It serves another operation afterwards: a resolver keeps nothing of it beyond its own end.</summary>
public sealed class OperationContext
{
    private readonly Func<object?, Types.GraphQLSchema?>? _show;
    private Types.GraphQLSchema? _shown;

    internal OperationContext(Types.GraphQLSchema schema, Func<object?, Types.GraphQLSchema?>? show = null)
    {
        Schema = schema;
        _show = show;
    }

    /// <summary>The schema that is served.</summary>
    public Types.GraphQLSchema Schema { get; }

    /// <summary>The schema that introspection shows to this caller (<see cref="EngineOptions.ShownSchema"/>).</summary>
    internal Types.GraphQLSchema ShownSchema => _shown ??= _show?.Invoke(State) ?? Schema;

    /// <summary>The operation's name in the document, or null.</summary>
    public string? OperationName { get; private set; }

    /// <summary>Whatever the host gave with the request (<see cref="GraphQLRequest.State"/>): the caller's identity, services, a clock.</summary>
    public object? State { get; private set; }

    /// <summary>The request's <c>extensions</c> (<see cref="GraphQLRequest.Extensions"/>), or null.</summary>
    public System.Text.Json.JsonElement? RequestExtensions { get; private set; }

    /// <summary>Entries for the response's <c>extensions</c>.</summary>
    public ResponseExtensions Extensions { get; } = new();

    /// <summary>Cancelled when the caller went away or the time is up.</summary>
    public CancellationToken CancellationToken { get; private set; }

    internal void Begin(string? operationName, GraphQLRequest request, CancellationToken cancellationToken)
    {
        OperationName = operationName;
        State = request.State;
        RequestExtensions = request.Extensions;
        CancellationToken = cancellationToken;
    }

    internal void End()
    {
        _shown = null;
        OperationName = null;
        State = null;
        RequestExtensions = null;
        CancellationToken = default;
        Extensions.Clear();
    }
}
