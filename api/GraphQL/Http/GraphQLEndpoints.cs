using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ProdSales.GraphQL.Execution;

namespace ProdSales.GraphQL.Http;

/// <summary>Puts an engine under an address.</summary>
public static class GraphQLEndpoints
{
    /// <summary>
    /// Serves GraphQL over HTTP by POST and GET under <paramref name="path"/>, and the schema as text under <c>{path}/schema.graphql</c>
    /// where introspection is allowed.
    /// </summary>
    /// <param name="routes">Where to add the addresses.</param>
    /// <param name="path">The address, for example <c>/graphql</c>.</param>
    /// <param name="engine">What answers.</param>
    /// <param name="options">How it is served; the defaults when null.</param>
    /// <returns>The endpoints, for authorisation and the like.</returns>
    public static RouteGroupBuilder MapGraphQL(this IEndpointRouteBuilder routes, string path, GraphQLEngine engine, GraphQLHttpOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(engine);
        GraphQLHttpHandler handler = new(engine, options ?? new GraphQLHttpOptions());
        return routes.MapGraphQL(path, _ => handler);
    }

    /// <summary>Serves GraphQL over HTTP as the other form does, by a handler that may be another one for each request.</summary>
    /// <param name="routes">Where to add the addresses.</param>
    /// <param name="path">The address, for example <c>/graphql</c>.</param>
    /// <param name="handlerOf">Gives what answers a request; it stays the request's to its end.</param>
    /// <returns>The endpoints, for authorisation and the like.</returns>
    public static RouteGroupBuilder MapGraphQL(this IEndpointRouteBuilder routes, string path, Func<HttpContext, GraphQLHttpHandler> handlerOf)
    {
        ArgumentNullException.ThrowIfNull(handlerOf);
        RouteGroupBuilder group = routes.MapGroup(path);
        group.Map(string.Empty, http => handlerOf(http).HandleAsync(http));
        group.MapGet("schema.graphql", (HttpContext http) => handlerOf(http).SchemaText(http));
        return group;
    }
}
