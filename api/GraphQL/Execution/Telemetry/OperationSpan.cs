using System.Diagnostics;
using System.Security.Cryptography;
using ProdSales.GraphQL.Language.Syntax;

namespace ProdSales.GraphQL.Execution.Telemetry;

/// <summary>The span of one operation, named and tagged as OpenTelemetry's conventions for GraphQL ask.</summary>
internal static class OperationSpan
{
    /// <summary>Begins it; null where nobody wants spans.</summary>
    public static Activity? Start(GraphQLRequest request)
    {
        Activity? span = EngineTelemetry.Spans.StartActivity("graphql.request", ActivityKind.Server);
        if (span is { IsAllDataRequested: true })
        {
            span.SetTag("graphql.document.hash", "sha256:" + Convert.ToHexStringLower(SHA256.HashData(request.Query.Span)));
        }

        return span;
    }

    /// <summary>Names it once the operation is known.</summary>
    public static void Name(Activity? span, OperationNode operation)
    {
        if (span is not null)
        {
            string type = TypeOf(operation);
            span.DisplayName = operation.Name is { } name ? $"{type} {name.Value}" : type;
            span.SetTag("graphql.operation.type", type);
            span.SetTag("graphql.operation.name", operation.Name?.Value);
        }
    }

    /// <summary>Ends it with the codes of what went wrong.</summary>
    public static void End(Activity? span, IReadOnlyList<GraphQLError> errors)
    {
        if (span is not null && errors.Count > 0)
        {
            span.SetStatus(ActivityStatusCode.Error, errors[0].Code);
            span.SetTag("error.type", errors[0].Code);
            span.SetTag("graphql.errors", errors.Count);
        }

        span?.Dispose();
    }

    /// <summary>The kind of an operation as documents write it.</summary>
    public static string TypeOf(OperationNode operation) => operation.Kind switch
    {
        OperationKind.Query => "query",
        OperationKind.Mutation => "mutation",
        _ => "subscription",
    };
}
