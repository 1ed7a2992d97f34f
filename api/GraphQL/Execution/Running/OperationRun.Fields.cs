using ProdSales.GraphQL.Execution.Planning;
using ProdSales.GraphQL.Execution.Resolution;
using ProdSales.GraphQL.Types;

namespace ProdSales.GraphQL.Execution.Running;

/// <content>Objects and the resolution of their fields. What needs no waiting is written without a state machine: most fields of most answers.</content>
internal sealed partial class OperationRun
{
    /// <summary>Writes an object; false when a field that may not be null has no value, with the error noted and the caller to roll back.</summary>
    private ValueTask<bool> WriteObjectAsync(SelectionPlan planned, object? source, Task<object?>?[]? started)
    {
        ObjectFrame frame = Enter(planned, source, started);
        SelectionPlan selection = frame.Selection;
        for (int index = 0; index < selection.Fields.Length; index++)
        {
            PlannedField field = selection.Fields[index];
            bool isWritten;
            if (field.ImmediateLeaf is { } immediate)
            {
                isWritten = WriteLeafField(field, immediate, source);
            }
            else
            {
                ValueTask<bool> written = WriteFieldAsync(frame, index);
                if (!written.IsCompletedSuccessfully)
                {
                    return WriteRestAsync(written, frame, index);
                }

                isWritten = written.Result;
            }

            if (!isWritten)
            {
                return new(Leave(frame, isWritten: false));
            }
        }

        return new(Leave(frame, isWritten: true));
    }

    /// <summary>Writes an object on from a field that has to be waited for.</summary>
    private async ValueTask<bool> WriteRestAsync(ValueTask<bool> pending, ObjectFrame frame, int index)
    {
        bool isWritten = await pending;
        while (isWritten && ++index < frame.Selection.Fields.Length)
        {
            isWritten = await WriteFieldAsync(frame, index);
        }

        return Leave(frame, isWritten);
    }

    private ObjectFrame Enter(SelectionPlan planned, object? source, Task<object?>?[]? started)
    {
        DeferScope? outer = _scope;
        SelectionPlan selection = planned.NewUsages.Length + planned.Deferred.Length == 0 ? planned : BeginParts(planned);
        Writer.StartObject();
        _path.Enter();
        return new ObjectFrame(selection, source, started, selection.HasSubtrees ? new PendingSubtrees() : null, outer);
    }

    private bool Leave(ObjectFrame frame, bool isWritten)
    {
        _path.Leave();
        if (isWritten)
        {
            Writer.EndObject();
            PutOff(frame);
        }
        else
        {
            frame.Subtrees?.Dispose();
        }

        _scope = frame.OuterScope;
        return isWritten;
    }

    private bool WriteLeafField(PlannedField field, ImmediateResolution immediate, object? source)
    {
        Writer.WriteEncodedName(field.EncodedName);
        object? value = Resolve(field, immediate, source);
        GraphQLError? error = value as GraphQLError;
        if (value is not null && error is null && (error = LeafError(field.LeafType!, value)) is null)
        {
            return true;
        }

        _path.At(field.ResponseName);
        return WriteAbsent(field, field.Definition.Type, error);
    }

    private ValueTask<bool> WriteFieldAsync(ObjectFrame frame, int index)
    {
        PlannedField field = frame.Selection.Fields[index];
        Writer.WriteEncodedName(field.EncodedName);
        _path.At(field.ResponseName);
        return field.Definition.Resolution switch
        {
            ImmediateResolution immediate => WriteValueAsync(field, field.Definition.Type, Resolve(field, immediate, frame.Source)),
            DeferredResolution deferred => WriteDeferredAsync(field, deferred, frame.Source, index < frame.Started?.Length ? frame.Started[index] : null),
            SubtreeResolution subtree => WriteSubtreeAsync(frame, index, subtree.Resolver),
            _ => WriteValueAsync(field, field.Definition.Type, ByName(frame.Source, field.Definition.Name)),
        };
    }

    private object? Resolve(PlannedField field, ImmediateResolution immediate, object? source)
    {
        (Arguments? arguments, GraphQLError? error) = field.ArgumentsFor(_variables);
        try
        {
            return arguments is null ? error : immediate.Resolve(Context(field, source, arguments));
        }
        catch (Exception exception) when (!IsCancellation(exception))
        {
            return Describe(exception);
        }
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

        Writer.WriteNull();
        return true;
    }

    private static object? ByName(object? source, string name)
        => source is IReadOnlyDictionary<string, object?> values && values.TryGetValue(name, out object? value) ? value : null;
}
