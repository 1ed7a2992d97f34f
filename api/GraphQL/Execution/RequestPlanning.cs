using ProdSales.GraphQL.Execution.Coercion;
using ProdSales.GraphQL.Execution.Planning;
using ProdSales.GraphQL.Execution.Telemetry;
using ProdSales.GraphQL.Language;
using ProdSales.GraphQL.Language.Parsing;
using ProdSales.GraphQL.Language.Syntax;
using ProdSales.GraphQL.Types;
using ProdSales.GraphQL.Validation;

namespace ProdSales.GraphQL.Execution;

/// <summary>The way from a request to the plan of its operation: read, checked and planned once for each document that is kept.</summary>
internal sealed class RequestPlanning(GraphQLSchema schema, EngineOptions options)
{
    private readonly PlanCache _cache = new(options.Limits.CacheBytes);
    private readonly ParserLimits _parserLimits =
        new(options.Limits.Depth, options.Limits.Tokens, options.Limits.DocumentBytes, options.Limits.StringBytes, options.Limits.NumberLength);

    /// <summary>The plan of a request with its variables, or why it is refused.</summary>
    /// <param name="request">The request.</param>
    /// <param name="isIncremental">Whether the answer may come in parts.</param>
    public (OperationPlan? Plan, VariableValues Variables, IReadOnlyList<GraphQLError> Errors) Plan(GraphQLRequest request, bool isIncremental = false)
    {
        PreparedDocument document = Prepare(request);
        if (document.Refusals.Count > 0)
        {
            return (null, VariableValues.None, document.Refusals);
        }

        (OperationNode? operation, GraphQLError? refusal) = Find(document, request);
        if (operation is null)
        {
            return (null, VariableValues.None, [refusal!]);
        }

        (VariableValues variables, IReadOnlyList<GraphQLError> errors) =
            VariableCoercion.Coerce(schema, operation, request.Variables, document.Source, options.Limits.ListItems, options.ShowsSchemaTo(request.State));
        if (errors.Count > 0)
        {
            return (null, variables, errors);
        }

        using StageSpan stage = StageSpan.Of("plan");
        return (document.PlanFor(operation, variables, isIncremental), variables, []);
    }

    /// <summary>The document of a request, or why it is refused.</summary>
    public PreparedDocument Prepare(GraphQLRequest request)
    {
        bool isShown = options.ShowsSchemaTo(request.State);
        if (_cache.Find(request.Query, isShown) is { } cached)
        {
            return cached;
        }

        SourceText source = new(request.Query.ToArray());
        EngineTelemetry.NoteRead();
        (DocumentNode? document, GraphQLError? error) = Parse(source);
        PreparedDocument prepared = document is null ? new PreparedDocument(schema, source, [error!]) : Prepare(document, isShown);
        _cache.Add(prepared, isShown);
        return prepared;
    }

    private (DocumentNode? Document, GraphQLError? Error) Parse(SourceText source)
    {
        using StageSpan stage = StageSpan.Of("parse");
        return DocumentParser.Parse(source, _parserLimits);
    }

    private PreparedDocument Prepare(DocumentNode document, bool isShown)
    {
        using StageSpan stage = StageSpan.Of("validate");
        EngineOptions seen = isShown == options.AllowsIntrospection ? options : options with { AllowsIntrospection = isShown };
        ValidationContext looked = DocumentValidation.Check(schema, document, seen);
        return looked.Errors.Count > 0 ? new PreparedDocument(schema, document.Source, looked.Errors) : new PreparedDocument(schema, document, looked.Expansion);
    }

    /// <summary>The operation that a request means, or why it is not run.</summary>
    public (OperationNode? Operation, GraphQLError? Refusal) Find(PreparedDocument document, GraphQLRequest request)
    {
        if ((request.OperationName is { } name ? Named(document.Operations, name) : document.Operations is [{ } only] ? only : null) is not { } found)
        {
            string problem = request.OperationName is not null ? $"Unknown operation named \"{request.OperationName}\"."
                : document.Operations.Length == 0 ? "Must provide an operation."
                : "Must provide operation name if query contains multiple operations.";
            return (null, new GraphQLError(ErrorCodes.OperationNotFound, problem));
        }

        if (OperationPlan.RootType(schema, found.Kind) is null)
        {
            string kind = found.Kind.ToString().ToLowerInvariant();
            return (null, Refusal(ErrorCodes.OperationNotFound, $"Schema is not configured to execute {kind} operation."));
        }

        return found.Kind switch
        {
            OperationKind.Mutation when request.IsReadOnly =>
                (null, Refusal(ErrorCodes.MutationNotAllowed, "Mutations are not allowed here; send them by POST.")),
            OperationKind.Subscription when !request.IsLive =>
                (null, Refusal(ErrorCodes.OperationNotFound, "Subscriptions are answered by a stream only: accept text/event-stream, or open a WebSocket.")),
            _ => (found, null),
        };

        GraphQLError Refusal(string code, string message) => new(code, message) { Locations = [document.Source.LocationOf(found.Start)] };
    }

    private static OperationNode? Named(OperationNode[] operations, string name)
    {
        OperationNode[] named = Array.FindAll(operations, operation => operation.Name?.Value == name);
        return named is [{ } only] ? only : null;
    }
}
