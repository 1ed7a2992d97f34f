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
using ProdSales.GraphQL.Language.Syntax;
using ProdSales.GraphQL.Types;

namespace ProdSales.GraphQL.Execution;

/// <summary>Answers requests against one schema. Safe for any number of threads.</summary>
public sealed class GraphQLEngine
{
    private readonly EngineOptions _options;
    private readonly RequestPlanning _planning;
    private readonly CostLimit _costs;
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
        _planning = new RequestPlanning(schema, _options);
        _costs = new CostLimit(schema, _options);
        _runs = new DefaultObjectPool<OperationRun>(new RunPolicy(schema, _options));
    }

    /// <summary>What is served.</summary>
    public GraphQLSchema Schema { get; }

    /// <summary>Whether a caller may ask for the schema.</summary>
    /// <param name="state">The state of the request.</param>
    public bool ShowsSchemaTo(object? state) => _options.ShowsSchemaTo(state);

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
        (OperationPlan? plan, VariableValues variables, IReadOnlyList<GraphQLError> errors) = _planning.Plan(request);
        if (plan is null)
        {
            EngineTelemetry.NoteRefused(errors[0].Code);
            return new(GraphQLResponse.Refused(errors));
        }

        OperationSpan.Name(span, plan.Operation);
        OperationCost cost = _costs.Of(plan, variables);
        if (_costs.InPlaceOfAnswer(cost, request) is { } told)
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
            (OperationPlan? plan, VariableValues variables, _) = _planning.Plan(request);
            all += plan is null ? default : _costs.Of(plan, variables);
        }

        return all.Refusal(_options.Limits);
    }

    /// <summary>Answers one request in parts, as its <c>@defer</c> and <c>@stream</c> ask.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async ValueTask<IncrementalResponse> ExecuteInPartsAsync(GraphQLRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        using Activity? span = EngineTelemetry.IsListened ? OperationSpan.Start(request) : null;
        (OperationPlan? plan, VariableValues variables, IReadOnlyList<GraphQLError> errors) = _planning.Plan(request, isIncremental: true);
        if (plan is null)
        {
            EngineTelemetry.NoteRefused(errors[0].Code);
            OperationSpan.End(span, errors);
            return IncrementalResponse.Refused(errors);
        }

        OperationSpan.Name(span, plan.Operation);
        // What comes later costs as much as what comes at once.
        OperationCost cost = _costs.Of(_planning.Plan(request).Plan!, variables);
        if (_costs.InPlaceOfAnswer(cost, request) is { } told)
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
        PreparedDocument document = _planning.Prepare(request);
        return document.Refusals.Count == 0 && document.MayBeIncremental && _planning.Plan(request, isIncremental: true).Plan is { IsIncremental: true, Operation.Kind: not OperationKind.Subscription };
    }

    /// <summary>Reads a request as far as its root fields without running anything, for answers in another form than JSON.</summary>
    /// <returns>The fields in the order of the response, or why the request is refused.</returns>
    public (IReadOnlyList<SelectedField> Fields, IReadOnlyList<GraphQLError> Errors) Select(GraphQLRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        (OperationPlan? plan, VariableValues variables, IReadOnlyList<GraphQLError> errors) = _planning.Plan(request);
        if (plan is null)
        {
            return ([], errors);
        }

        GraphQLError[] unfit = [.. plan.Root.Fields.Select(field => field.ArgumentsFor(variables).Error).OfType<GraphQLError>()];
        return unfit.Length > 0 ? ([], unfit) : ([.. plan.Root.Fields.Select(field => field.Select(variables))], []);
    }

    /// <summary>Whether a request would change something; false also for one that would be refused.</summary>
    public bool IsMutation(GraphQLRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        PreparedDocument document = _planning.Prepare(request);
        return document.Refusals.Count == 0 && _planning.Find(document, request).Operation is { Kind: OperationKind.Mutation };
    }

    /// <summary>Whether a request asks to be told of changes; false also for one that would be refused.</summary>
    public bool IsSubscription(GraphQLRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        PreparedDocument document = _planning.Prepare(request);
        return document.Refusals.Count == 0 && _planning.Find(document, request with { IsLive = true }).Operation is { Kind: OperationKind.Subscription };
    }
}
