using System.Text;
using System.Text.Json;
using ProdSales.GraphQL.Execution.Costs;

namespace ProdSales.GraphQL.Execution;

/// <summary>One request for an engine.</summary>
/// <param name="Query">The document as UTF-8 text.</param>
public sealed record GraphQLRequest(ReadOnlyMemory<byte> Query)
{
    /// <summary>A request from .NET text.</summary>
    public GraphQLRequest(string query)
        : this(Encoding.UTF8.GetBytes(query))
    {
    }

    /// <summary>Which operation of the document to run; null when it has only one.</summary>
    public string? OperationName { get; init; }

    /// <summary>The variables as a JSON object; null for none.</summary>
    public JsonElement? Variables { get; init; }

    /// <summary>The request's <c>extensions</c>, a JSON object that the schema's owner gives a meaning to; null for none.</summary>
    public JsonElement? Extensions { get; init; }

    /// <summary>Whatever resolvers should see as <see cref="Resolution.OperationContext.State"/>.</summary>
    public object? State { get; init; }

    /// <summary>What the caller wants of the cost.</summary>
    public CostMode CostMode { get; init; }

    /// <summary>Whether mutations are refused, as HTTP asks for requests by GET.</summary>
    public bool IsReadOnly { get; init; }

    /// <summary>Whether a subscription may run: once, giving what its fields are now. Whoever streams asks again when they change.</summary>
    public bool IsLive { get; init; }
}
