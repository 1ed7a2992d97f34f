using ProdSales.GraphQL.Execution;

namespace ProdSales.GraphQL.Http;

/// <summary>An answer that can be given more than once.</summary>
/// <param name="Utf8">The response as JSON.</param>
/// <param name="WasExecuted">Whether the operation ran; false for a refused request.</param>
/// <param name="Errors">The errors of the response.</param>
/// <param name="Version">Letters and digits that are the same exactly while the same request gets the same answer; null for an answer that says nothing of the next one, as with errors.</param>
public sealed record KeptAnswer(ReadOnlyMemory<byte> Utf8, bool WasExecuted, IReadOnlyList<GraphQLError> Errors, string? Version)
{
    /// <summary>A copy of a response, which may then be disposed.</summary>
    public static KeptAnswer Of(GraphQLResponse response)
        => new(response.Utf8.ToArray(), response.WasExecuted, response.Errors, Version: null);
}
