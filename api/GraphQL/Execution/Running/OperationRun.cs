using Microsoft.Extensions.ObjectPool;
using ProdSales.GraphQL.Execution.Coercion;
using ProdSales.GraphQL.Execution.Costs;
using ProdSales.GraphQL.Execution.Planning;
using ProdSales.GraphQL.Execution.Resolution;
using ProdSales.GraphQL.Execution.Responses;
using ProdSales.GraphQL.Language.Syntax;
using ProdSales.GraphQL.Types;

namespace ProdSales.GraphQL.Execution.Running;

/// <summary>
/// Runs one operation, or a part of it, and writes its response in order, depth first. Null bubbles by rolling the writer back: every composite
/// value remembers where it began, and the innermost nullable one replaces itself by null.
/// </summary>
/// <param name="options">How the engine serves.</param>
/// <param name="context">What resolvers see of the operation.</param>
internal sealed partial class OperationRun(EngineOptions options, OperationContext context) : ResponseState
{
    /// <summary>Bytes of the buffer that are kept for another response.</summary>
    private const int MostKeptBytes = 64 * 1024;

    private readonly ResponsePath _path = new();
    private readonly List<GraphQLError> _errors = [];
    private readonly List<Task<object?>> _started = [];
    private OperationPlan _plan = null!;
    private VariableValues _variables = VariableValues.None;

    /// <summary>Where the run goes for another operation when its response is disposed; null for nowhere.</summary>
    public ObjectPool<OperationRun>? Home { get; set; }

    private GraphQLSchema Schema => context.Schema;

    /// <summary>Takes up an operation.</summary>
    public void Begin(OperationPlan plan, VariableValues variables, GraphQLRequest request, CancellationToken cancellationToken)
    {
        context.Begin(plan.Operation.Name?.Value, request, cancellationToken);
        Begin(plan, variables, []);
    }

    /// <summary>Has the answer say what the operation costs.</summary>
    public void Tell(OperationCost cost) => context.Extensions.Set(OperationCost.Entry, cost.Write);

    /// <summary>Runs the operation to the end, or, where its plan is for parts, its first part.</summary>
    /// <param name="finish">Writes what else the response says after data and errors; null for nothing.</param>
    public async ValueTask<GraphQLResponse> RunAsync(Action<ResponseWriter>? finish = null)
    {
        bool isComplete = false;
        try
        {
            Writer.StartObject();
            Writer.WriteName("data");
            Place place = Here();
            Task<object?>?[]? started = _plan.Operation.Kind == OperationKind.Mutation ? null : Start(_plan.Root, source: null);
            if (!await WriteObjectAsync(_plan.Root, source: null, started))
            {
                Return(place);
                Writer.WriteNull();
            }

            await ObserveAbandonedAsync();
            context.CancellationToken.ThrowIfCancellationRequested();
            WasExecuted = true;
            if (_errors.Count > 0)
            {
                Errors = _errors.ToArray();
                ErrorJson.Write(Writer, Errors);
            }

            finish?.Invoke(Writer);
            context.Extensions.WriteTo(Writer);
            Writer.EndObject();
            isComplete = true;
            return Response;
        }
        finally
        {
            if (!isComplete)
            {
                Writer.Dispose();
            }
        }
    }

    protected override void GiveBack()
    {
        if (Home is not { } home)
        {
            base.GiveBack();
            return;
        }

        Writer.Clear(MostKeptBytes);
        Errors = [];
        WasExecuted = false;
        _errors.Clear();
        _started.Clear();
        _later = null;
        _variables = VariableValues.None;
        context.End();
        home.Return(this);
    }

    private void Begin(OperationPlan plan, VariableValues variables, ReadOnlySpan<object> place)
    {
        _plan = plan;
        _variables = variables;
        _path.Begin(place);
    }

    /// <summary>Starts the asynchronous fields of a level together; null entries are resolved when their turn comes.</summary>
    private Task<object?>?[]? Start(SelectionPlan selection, object? source)
    {
        if (!selection.HasDeferred)
        {
            return null;
        }

        Task<object?>?[] tasks = new Task<object?>?[selection.Fields.Length];
        for (int index = 0; index < tasks.Length; index++)
        {
            if (selection.Fields[index].Definition.Resolution is DeferredResolution deferred)
            {
                tasks[index] = StartAsync(selection.Fields[index], deferred, source);
                _started.Add(tasks[index]!);
            }
        }

        return tasks;
    }

    private async Task<object?> StartAsync(PlannedField field, DeferredResolution deferred, object? source)
    {
        (Arguments? arguments, GraphQLError? error) = field.ArgumentsFor(_variables);
        return arguments is null ? error : await deferred.Resolve(Context(field, source, arguments));
    }

    private FieldContext Context(PlannedField field, object? source, Arguments arguments)
        => new(source, arguments, field.Select(_variables, arguments), context);

    /// <summary>Waits for what was started in parts of the response that became null, so that nothing outlives the operation.</summary>
    private async ValueTask ObserveAbandonedAsync()
    {
        foreach (Task<object?> task in _started)
        {
            await ((Task)task).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private void AddError(GraphQLError error, PlannedField field)
    {
        if (_errors.Count < options.Limits.Errors)
        {
            _errors.Add(error with
            {
                Path = error.Path ?? _path.ToArray(),
                Locations = error.Locations.Count > 0 ? error.Locations : field.Locations,
            });
        }
    }

    private GraphQLError Describe(Exception exception) => options.DescribeException(exception, context.State) ?? GraphQLError.Masked(exception);

    private bool IsCancellation(Exception exception)
        => exception is OperationCanceledException && context.CancellationToken.IsCancellationRequested;
}
