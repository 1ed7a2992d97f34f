using System.Diagnostics;
using System.Runtime.CompilerServices;
using ProdSales.GraphQL.Execution.Coercion;
using ProdSales.GraphQL.Execution.Planning;
using ProdSales.GraphQL.Execution.Resolution;
using ProdSales.GraphQL.Execution.Responses;
using ProdSales.GraphQL.Execution.Running;
using ProdSales.GraphQL.Execution.Subtrees;
using ProdSales.GraphQL.Execution.Telemetry;
using ProdSales.GraphQL.Language;
using ProdSales.GraphQL.Language.Parsing;
using ProdSales.GraphQL.Language.Syntax;
using ProdSales.GraphQL.Types;
using ProdSales.GraphQL.Validation;

namespace ProdSales.GraphQL.Execution;

/// <summary>Answers requests against one schema. Safe for any number of threads.</summary>
public sealed class GraphQLEngine
{
    private readonly EngineOptions _options;
    private readonly ParserLimits _parserLimits;
    private readonly PlanCache _cache;

    // A text is asked for rarely, and not while a request waits for the engine to be made.
    private readonly ConditionalWeakTable<GraphQLSchema, string> _texts = [];

    /// <summary>Makes an engine for a schema.</summary>
    /// <param name="schema">What is served.</param>
    /// <param name="options">How it is served; the defaults when null.</param>
    public GraphQLEngine(GraphQLSchema schema, EngineOptions? options = null)
    {
        Schema = schema;
        _options = options ?? new EngineOptions();
        EngineLimits limits = _options.Limits;
        _parserLimits = new ParserLimits(limits.Depth, limits.Tokens, limits.DocumentBytes, limits.StringBytes, limits.NumberLength);
        _cache = new PlanCache(_options.Limits.CacheBytes);
    }

    /// <summary>What is served.</summary>
    public GraphQLSchema Schema { get; }

    /// <summary>Whether callers may ask for the schema.</summary>
    public bool AllowsIntrospection => _options.AllowsIntrospection;

    /// <summary>The schema as text for a caller: the served one, in the caller's words.</summary>
    /// <param name="state">The state of the request.</param>
    public string SdlFor(object? state) => _texts.GetValue(_options.ShownSchema(state) ?? Schema, static schema => schema.ToSdl());

    /// <summary>Answers one request. Whatever is wrong with the request or happens in resolvers is in the response.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public ValueTask<GraphQLResponse> ExecuteAsync(GraphQLRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return EngineTelemetry.IsListened ? TracedAsync(request, cancellationToken) : AnswerAsync(request, null, cancellationToken);
    }

    private ValueTask<GraphQLResponse> AnswerAsync(GraphQLRequest request, Activity? span, CancellationToken cancellationToken)
    {
        (OperationPlan? plan, VariableValues variables, IReadOnlyList<GraphQLError> errors) = Plan(request);
        if (plan is null)
        {
            EngineTelemetry.NoteRefused(errors[0].Code);
            return new(GraphQLResponse.Refused(errors));
        }

        OperationSpan.Name(span, plan.Operation);
        OperationContext context = new(Schema, plan.Operation.Name?.Value, request.State, cancellationToken) { RequestExtensions = request.Extensions, Show = _options.ShownSchema };
        OperationRun run = new(plan, variables, context, _options, new ResponseWriter());
        return EngineTelemetry.IsListened ? TimedAsync(plan, run) : run.RunAsync();
    }

    private async ValueTask<GraphQLResponse> TracedAsync(GraphQLRequest request, CancellationToken cancellationToken)
    {
        using Activity? span = OperationSpan.Start(request);
        GraphQLResponse response = await AnswerAsync(request, span, cancellationToken);
        OperationSpan.End(span, response.Errors);
        return response;
    }

    private static async ValueTask<GraphQLResponse> TimedAsync(OperationPlan plan, OperationRun run)
    {
        using StageSpan stage = StageSpan.Of("execute");
        GraphQLResponse response = await run.RunAsync();
        EngineTelemetry.NoteOperation(OperationSpan.TypeOf(plan.Operation), response.Errors.Count > 0);
        return response;
    }

    /// <summary>Reads a request as far as its root fields without running anything, for answers in another form than JSON.</summary>
    /// <returns>The fields in the order of the response, or why the request is refused.</returns>
    public (IReadOnlyList<SelectedField> Fields, IReadOnlyList<GraphQLError> Errors) Select(GraphQLRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        (OperationPlan? plan, VariableValues variables, IReadOnlyList<GraphQLError> errors) = Plan(request);
        if (plan is null)
        {
            return ([], errors);
        }

        GraphQLError[] unfit = [.. plan.Root.Fields.Select(field => field.ArgumentsFor(variables).Error).OfType<GraphQLError>()];
        return unfit.Length > 0 ? ([], unfit) : ([.. plan.Root.Fields.Select(field => field.Select(variables))], []);
    }

    private (OperationPlan? Plan, VariableValues Variables, IReadOnlyList<GraphQLError> Errors) Plan(GraphQLRequest request)
    {
        PreparedDocument document = Prepare(request.Query);
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
            VariableCoercion.Coerce(Schema, operation, request.Variables, document.Source, _options.Limits.ListItems, _options.AllowsIntrospection);
        if (errors.Count > 0)
        {
            return (null, variables, errors);
        }

        using StageSpan stage = StageSpan.Of("plan");
        return (document.PlanFor(operation, variables), variables, []);
    }

    /// <summary>Whether a request would change something; false also for one that would be refused.</summary>
    public bool IsMutation(GraphQLRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        PreparedDocument document = Prepare(request.Query);
        return document.Refusals.Count == 0 && Find(document, request).Operation is { Kind: OperationKind.Mutation };
    }

    /// <summary>Whether a request asks to be told of changes; false also for one that would be refused.</summary>
    public bool IsSubscription(GraphQLRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        PreparedDocument document = Prepare(request.Query);
        return document.Refusals.Count == 0 && Find(document, request with { IsLive = true }).Operation is { Kind: OperationKind.Subscription };
    }

    private PreparedDocument Prepare(ReadOnlyMemory<byte> query)
    {
        if (_cache.Find(query) is { } cached)
        {
            return cached;
        }

        SourceText source = new(query.ToArray());
        EngineTelemetry.NoteRead();
        (DocumentNode? document, GraphQLError? error) = Parse(source);
        IReadOnlyList<GraphQLError> errors = document is null ? [error!] : Validate(document);
        PreparedDocument prepared = errors.Count > 0 ? new PreparedDocument(Schema, source, errors) : new PreparedDocument(Schema, document!);
        _cache.Add(prepared);
        return prepared;
    }

    private (DocumentNode? Document, GraphQLError? Error) Parse(SourceText source)
    {
        using StageSpan stage = StageSpan.Of("parse");
        return DocumentParser.Parse(source, _parserLimits);
    }

    private IReadOnlyList<GraphQLError> Validate(DocumentNode document)
    {
        using StageSpan stage = StageSpan.Of("validate");
        return DocumentValidation.Validate(Schema, document, _options);
    }

    private (OperationNode? Operation, GraphQLError? Refusal) Find(PreparedDocument document, GraphQLRequest request)
    {
        string? name = request.OperationName;
        OperationNode[] candidates = name is null
            ? document.Operations
            : Array.FindAll(document.Operations, operation => operation.Name?.Value == name);
        if (candidates.Length != 1)
        {
            string problem = name is not null ? $"Unknown operation named \"{name}\"."
                : candidates.Length == 0 ? "Must provide an operation."
                : "Must provide operation name if query contains multiple operations.";
            return (null, new GraphQLError(ErrorCodes.OperationNotFound, problem));
        }

        OperationNode found = candidates[0];
        if (OperationPlan.RootType(Schema, found.Kind) is null)
        {
            string kind = found.Kind.ToString().ToLowerInvariant();
            return (null, new GraphQLError(ErrorCodes.OperationNotFound, $"Schema is not configured to execute {kind} operation.") { Locations = Place() });
        }

        return found.Kind switch
        {
            OperationKind.Mutation when request.IsReadOnly =>
                (null, new GraphQLError(ErrorCodes.MutationNotAllowed, "Mutations are not allowed here; send them by POST.") { Locations = Place() }),
            OperationKind.Subscription when !request.IsLive =>
                (null, new GraphQLError(ErrorCodes.OperationNotFound, "Subscriptions are answered by a stream only: accept text/event-stream, or open a WebSocket.") { Locations = Place() }),
            _ => (found, null),
        };

        SourceLocation[] Place() => [document.Source.LocationOf(found.Start)];
    }
}
