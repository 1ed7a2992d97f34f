using System.Text;
using System.Text.Json;
using ProdSales.GraphQL.Execution;
using ProdSales.GraphQL.Types;

namespace ProdSales.GraphQL.Tests.Execution;

/// <summary>Runs one request and gives the response's text.</summary>
internal static class Responses
{
    public static Task<string> JsonAsync(GraphQLSchema schema, string query, string? variables = null, EngineOptions? options = null)
        => JsonAsync(new GraphQLEngine(schema, options), query, variables);

    public static async Task<string> JsonAsync(GraphQLEngine engine, string query, string? variables = null)
    {
        JsonElement? values = variables is null ? null : JsonDocument.Parse(variables).RootElement;
        using GraphQLResponse response = await engine.ExecuteAsync(new GraphQLRequest(query) { Variables = values });
        return Encoding.UTF8.GetString(response.Utf8.Span);
    }
}
