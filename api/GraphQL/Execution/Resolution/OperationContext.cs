using ProdSales.GraphQL.Execution.Responses;

namespace ProdSales.GraphQL.Execution.Resolution;

/// <summary>One running operation, the same for all its resolvers.</summary>
public sealed class OperationContext
{
    private Types.GraphQLSchema? _shown;

    internal OperationContext(Types.GraphQLSchema schema, string? operationName, object? state, CancellationToken cancellationToken)
    {
        Schema = schema;
        OperationName = operationName;
        State = state;
        CancellationToken = cancellationToken;
    }

    /// <summary>The schema that is served.</summary>
    public Types.GraphQLSchema Schema { get; }

    /// <summary>The schema that introspection shows to this caller (<see cref="EngineOptions.ShownSchema"/>).</summary>
    internal Types.GraphQLSchema ShownSchema => _shown ??= Show(State) ?? Schema;

    internal Func<object?, Types.GraphQLSchema?> Show { private get; init; } = _ => null;

    /// <summary>The operation's name in the document, or null.</summary>
    public string? OperationName { get; }

    /// <summary>Whatever the host gave with the request (<see cref="GraphQLRequest.State"/>): the caller's identity, services, a clock.</summary>
    public object? State { get; }

    /// <summary>The request's <c>extensions</c> (<see cref="GraphQLRequest.Extensions"/>), or null.</summary>
    public System.Text.Json.JsonElement? RequestExtensions { get; internal init; }

    /// <summary>Entries for the response's <c>extensions</c>.</summary>
    public ResponseExtensions Extensions { get; } = new();

    /// <summary>Cancelled when the caller went away or the time is up.</summary>
    public CancellationToken CancellationToken { get; }
}
