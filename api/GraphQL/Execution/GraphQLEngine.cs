using System.Diagnostics;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.ObjectPool;
using ProdSales.GraphQL.Execution.Coercion;
using ProdSales.GraphQL.Execution.Costs;
using ProdSales.GraphQL.Execution.Incremental;
using ProdSales.GraphQL.Execution.Planning;
using ProdSales.GraphQL.Execution.Resolution;
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
    private readonly ObjectPool<OperationRun> _runs;

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
        _runs = new DefaultObjectPool<OperationRun>(new RunPolicy(schema, _options));
    }

    /// <summary>What is served.</summary>
    public GraphQLSchema Schema { get; }

    /// <summary>Whether a caller may ask for the schema.</summary>
    /// <param name="state">The state of the request.</param>
    public bool ShowsSchemaTo(object? state) => _options.AllowsIntrospection || _options.MayIntrospect(state);

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
        OperationCost cost = CostOf(plan, variables);
        if (InPlaceOfAnswer(cost, request) is { } told)
        {
            return new(told);
        }

        OperationRun run = _runs.Get();
        run.Home = _runs;
        run.Begin(plan, variables, request, cancellationToken);
        if (request.CostMode == CostMode.Report)
        {
            run.Tell(cost);
        }

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

    /// <summary>What requests cost together, and why that is more than one request may; those that would be refused cost nothing.</summary>
    public GraphQLError? RefusalOf(IEnumerable<GraphQLRequest> requests)
    {
        ArgumentNullException.ThrowIfNull(requests);
        OperationCost all = default;
        foreach (GraphQLRequest request in requests)
        {
            (OperationPlan? plan, VariableValues variables, _) = Plan(request);
            all += plan is null ? default : CostOf(plan, variables);
        }

        return all.Refusal(_options.Limits);
    }

    /// <summary>What is answered where an operation is not to run for its cost; null where it is.</summary>
    private GraphQLResponse? InPlaceOfAnswer(OperationCost cost, GraphQLRequest request)
    {
        if (request.CostMode == CostMode.Validate)
        {
            return new CostState(cost).Response;
        }

        if (cost.Refusal(_options.Limits) is not { } tooDear)
        {
            return null;
        }

        EngineTelemetry.NoteRefused(tooDear.Code);
        return GraphQLResponse.Refused(tooDear);
    }

    private OperationCost CostOf(OperationPlan plan, VariableValues variables)
    {
        if (plan.Cost is { } known)
        {
            return known;
        }

        CostAnalysis analysis = new(Schema, _options, variables);
        OperationCost cost = analysis.Of(plan);
        plan.Cost = analysis.IsOfThisRequest && (plan.HasVariables || _options.ListLength is not null) ? null : cost;
        return cost;
    }

    /// <summary>Answers one request in parts, as its <c>@defer</c> and <c>@stream</c> ask.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async ValueTask<IncrementalResponse> ExecuteInPartsAsync(GraphQLRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        using Activity? span = EngineTelemetry.IsListened ? OperationSpan.Start(request) : null;
        (OperationPlan? plan, VariableValues variables, IReadOnlyList<GraphQLError> errors) = Plan(request, isIncremental: true);
        if (plan is null)
        {
            EngineTelemetry.NoteRefused(errors[0].Code);
            OperationSpan.End(span, errors);
            return IncrementalResponse.Refused(errors);
        }

        OperationSpan.Name(span, plan.Operation);
        // What comes later costs as much as what comes at once.
        OperationCost cost = CostOf(Plan(request).Plan!, variables);
        if (InPlaceOfAnswer(cost, request) is { } told)
        {
            OperationSpan.End(span, told.Errors);
            return new IncrementalResponse(told);
        }

        CancellationTokenSource ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        OperationContext context = new(Schema, _options.ShownSchema);
        OperationRun run = new(_options, context);
        run.Begin(plan, variables, request, ended.Token);
        if (request.CostMode == CostMode.Report)
        {
            run.Tell(cost);
        }

        PartBudget budget = new(_options.Limits.Parts);
        LaterWork later = new(budget);
        run.PutOffTo(later);
        Delivery delivery = new(new PartRunner(plan, variables, context, _options, budget));
        GraphQLResponse first;
        try
        {
            first = await run.RunAsync(writer =>
            {
                Payload payload = delivery.Begin(later);
                if (delivery.HasNext)
                {
                    payload.WritePending(writer, hasNext: true);
                }
            });
        }
        catch
        {
            ended.Dispose();
            throw;
        }

        OperationSpan.End(span, first.Errors);
        EngineTelemetry.NoteOperation(OperationSpan.TypeOf(plan.Operation), first.Errors.Count > 0);
        return new IncrementalResponse(first, delivery, ended);
    }

    /// <summary>Whether a request asks to be answered in parts; false also for one that would be refused.</summary>
    public bool MayAnswerInParts(GraphQLRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        PreparedDocument document = Prepare(request);
        return document.Refusals.Count == 0 && document.MayBeIncremental && Plan(request, isIncremental: true).Plan is { IsIncremental: true, Operation.Kind: not OperationKind.Subscription };
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

    private (OperationPlan? Plan, VariableValues Variables, IReadOnlyList<GraphQLError> Errors) Plan(GraphQLRequest request, bool isIncremental = false)
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
            VariableCoercion.Coerce(Schema, operation, request.Variables, document.Source, _options.Limits.ListItems, ShowsSchemaTo(request.State));
        if (errors.Count > 0)
        {
            return (null, variables, errors);
        }

        using StageSpan stage = StageSpan.Of("plan");
        return (document.PlanFor(operation, variables, isIncremental), variables, []);
    }

    /// <summary>Whether a request would change something; false also for one that would be refused.</summary>
    public bool IsMutation(GraphQLRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        PreparedDocument document = Prepare(request);
        return document.Refusals.Count == 0 && Find(document, request).Operation is { Kind: OperationKind.Mutation };
    }

    /// <summary>Whether a request asks to be told of changes; false also for one that would be refused.</summary>
    public bool IsSubscription(GraphQLRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        PreparedDocument document = Prepare(request);
        return document.Refusals.Count == 0 && Find(document, request with { IsLive = true }).Operation is { Kind: OperationKind.Subscription };
    }

    private PreparedDocument Prepare(GraphQLRequest request)
    {
        bool isShown = ShowsSchemaTo(request.State);
        if (_cache.Find(request.Query, isShown) is { } cached)
        {
            return cached;
        }

        SourceText source = new(request.Query.ToArray());
        EngineTelemetry.NoteRead();
        (DocumentNode? document, GraphQLError? error) = Parse(source);
        PreparedDocument prepared = document is null ? new PreparedDocument(Schema, source, [error!]) : Prepare(document, isShown);
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
        EngineOptions options = isShown == _options.AllowsIntrospection ? _options : _options with { AllowsIntrospection = isShown };
        ValidationContext looked = DocumentValidation.Check(Schema, document, options);
        return looked.Errors.Count > 0 ? new PreparedDocument(Schema, document.Source, looked.Errors) : new PreparedDocument(Schema, document, looked.Expansion);
    }

    private (OperationNode? Operation, GraphQLError? Refusal) Find(PreparedDocument document, GraphQLRequest request)
    {
        if ((request.OperationName is { } name ? Named(document.Operations, name) : document.Operations is [{ } only] ? only : null) is not { } found)
        {
            string problem = request.OperationName is not null ? $"Unknown operation named \"{request.OperationName}\"."
                : document.Operations.Length == 0 ? "Must provide an operation."
                : "Must provide operation name if query contains multiple operations.";
            return (null, new GraphQLError(ErrorCodes.OperationNotFound, problem));
        }

        if (OperationPlan.RootType(Schema, found.Kind) is null)
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
