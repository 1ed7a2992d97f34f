using ProdSales.GraphQL.Execution.Planning;
using ProdSales.GraphQL.Execution.Resolution;
using ProdSales.GraphQL.Types;

namespace ProdSales.GraphQL.Execution.Running;

/// <content>Objects and the resolution of their fields.</content>
internal sealed partial class OperationRun
{
    /// <summary>Writes an object; false when a field that may not be null has no value, with the error noted and the caller to roll back.</summary>
    private async ValueTask<bool> WriteObjectAsync(SelectionPlan selection, object? source, Task<object?>?[]? started)
    {
        _writer.StartObject();
        PendingSubtrees? subtrees = null;
        for (int index = 0; index < selection.Fields.Length; index++)
        {
            PlannedField field = selection.Fields[index];
            _writer.WriteEncodedName(field.EncodedName);
            _path.Push(field.ResponseName);
            bool isWritten = field.Definition.Resolution switch
            {
                ImmediateResolution immediate => await ImmediateAsync(field, immediate, source),
                DeferredResolution deferred => await WriteDeferredAsync(field, deferred, source, started?[index]),
                SubtreeResolution subtree => await WriteSubtreeAsync(selection, index, subtree.Resolver, source, subtrees ??= new PendingSubtrees()),
                _ => await WriteValueAsync(field, field.Definition.Type, ByName(source, field.Definition.Name)),
            };
            _path.Pop();
            if (!isWritten)
            {
                subtrees?.Dispose();
                return false;
            }
        }

        _writer.EndObject();
        return true;
    }

    private ValueTask<bool> ImmediateAsync(PlannedField field, ImmediateResolution immediate, object? source)
    {
        (Arguments? arguments, GraphQLError? error) = field.ArgumentsFor(_variables);
        object? result;
        try
        {
            result = arguments is null ? error : immediate.Resolve(Context(field, source, arguments));
        }
        catch (Exception exception) when (!IsCancellation(exception))
        {
            result = Describe(exception);
        }

        return WriteValueAsync(field, field.Definition.Type, result);
    }

    private async ValueTask<bool> WriteDeferredAsync(PlannedField field, DeferredResolution deferred, object? source, Task<object?>? started)
    {
        object? result;
        try
        {
            result = await (started ?? StartAsync(field, deferred, source));
        }
        catch (Exception exception) when (!IsCancellation(exception))
        {
            result = Describe(exception);
        }

        return await WriteValueAsync(field, field.Definition.Type, result);
    }

    /// <summary>Notes an error in place of a value: null where the type allows it, otherwise false.</summary>
    private bool WriteError(PlannedField field, GraphType type, GraphQLError error)
    {
        AddError(error, field);
        if (type is NonNullType)
        {
            return false;
        }

        _writer.WriteNull();
        return true;
    }

    private static object? ByName(object? source, string name)
        => source is IReadOnlyDictionary<string, object?> values && values.TryGetValue(name, out object? value) ? value : null;
}
