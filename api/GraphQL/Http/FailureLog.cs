using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ProdSales.GraphQL.Execution;

namespace ProdSales.GraphQL.Http;

/// <summary>Tells the operator what failed behind errors that callers see masked.</summary>
internal static class FailureLog
{
    /// <summary>The log of a server; it outlives the request.</summary>
    public static ILogger<GraphQLEngine> Of(HttpContext http) => http.RequestServices.GetRequiredService<ILogger<GraphQLEngine>>();

    public static void Note(ILogger<GraphQLEngine> log, IReadOnlyList<GraphQLError> errors)
    {
        foreach (GraphQLError error in errors.Where(error => error.Cause is not null))
        {
            log.LogError(error.Cause, "GraphQL field {Path} failed with {Code}, incident {Incident}", JsonSerializer.Serialize(error.Path), error.Code, error.Facts?.GetValueOrDefault(GraphQLError.Incident));
        }
    }
}
