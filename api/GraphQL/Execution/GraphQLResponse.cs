using ProdSales.GraphQL.Execution.Responses;

namespace ProdSales.GraphQL.Execution;

/// <summary>The answer to one request, already written as JSON. Dispose it when the bytes are sent.</summary>
public sealed class GraphQLResponse : IDisposable
{
    private readonly ResponseWriter _writer;

    internal GraphQLResponse(ResponseWriter writer, bool wasExecuted, IReadOnlyList<GraphQLError> errors)
    {
        _writer = writer;
        WasExecuted = wasExecuted;
        Errors = errors;
    }

    /// <summary>The response as UTF-8 JSON; valid until disposal.</summary>
    public ReadOnlyMemory<byte> Utf8 => _writer.Written;

    /// <summary>Whether the operation ran, so that there is <c>data</c>, even if null; false for a refused request.</summary>
    public bool WasExecuted { get; }

    /// <summary>The errors of the response, with the causes that the JSON does not show.</summary>
    public IReadOnlyList<GraphQLError> Errors { get; }

    /// <inheritdoc/>
    public void Dispose() => _writer.Dispose();

    internal static GraphQLResponse Refused(params IReadOnlyList<GraphQLError> errors)
    {
        ResponseWriter writer = new();
        writer.StartObject();
        ErrorJson.Write(writer, errors);
        writer.EndObject();
        return new GraphQLResponse(writer, wasExecuted: false, errors);
    }
}
