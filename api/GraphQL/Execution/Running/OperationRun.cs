using ProdSales.GraphQL.Execution.Coercion;
using ProdSales.GraphQL.Execution.Planning;
using ProdSales.GraphQL.Execution.Resolution;
using ProdSales.GraphQL.Execution.Responses;
using ProdSales.GraphQL.Language.Syntax;

namespace ProdSales.GraphQL.Execution.Running;

/// <summary>
/// Runs one operation and writes its response in order, depth first. Null bubbles by rolling the writer back: every composite value remembers
/// where it began, and the innermost nullable one replaces itself by null.
/// </summary>
internal sealed partial class OperationRun
{
    private readonly OperationPlan _plan;
    private readonly VariableValues _variables;
    private readonly OperationContext _context;
    private readonly EngineOptions _options;
    private readonly ResponseWriter _writer;
    private readonly ResponsePath _path = new();
    private readonly List<GraphQLError> _errors = [];
    private readonly List<Task<object?>> _started = [];

    public OperationRun(OperationPlan plan, VariableValues variables, OperationContext context, EngineOptions options, ResponseWriter writer)
    {
        _plan = plan;
        _variables = variables;
        _context = context;
        _options = options;
        _writer = writer;
    }

    /// <summary>Runs to the end; the writer goes into the response, or is disposed when there is none.</summary>
    public async ValueTask<GraphQLResponse> RunAsync()
    {
        bool isComplete = false;
        try
        {
            _writer.StartObject();
            _writer.WriteName("data");
            ResponseMark mark = _writer.Mark();
            Task<object?>?[]? started = _plan.Operation.Kind == OperationKind.Mutation ? null : Start(_plan.Root, source: null);
            if (!await WriteObjectAsync(_plan.Root, source: null, started))
            {
                _writer.Rollback(mark);
                _writer.WriteNull();
            }

            await ObserveAbandonedAsync();
            _context.CancellationToken.ThrowIfCancellationRequested();
            if (_errors.Count > 0)
            {
                ErrorJson.Write(_writer, _errors);
            }

            _context.Extensions.WriteTo(_writer);
            _writer.EndObject();
            isComplete = true;
            return new GraphQLResponse(_writer, wasExecuted: true, _errors);
        }
        finally
        {
            if (!isComplete)
            {
                _writer.Dispose();
            }
        }
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
        => new(source, arguments, field.Select(_variables, arguments), _context);

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
        if (_errors.Count < _options.Limits.Errors)
        {
            _errors.Add(error with
            {
                Path = error.Path ?? _path.ToArray(),
                Locations = error.Locations.Count > 0 ? error.Locations : field.Locations,
            });
        }
    }

    private GraphQLError Describe(Exception exception) => _options.DescribeException(exception, _context.State) ?? GraphQLError.Masked(exception);

    private bool IsCancellation(Exception exception)
        => exception is OperationCanceledException && _context.CancellationToken.IsCancellationRequested;
}
