using System.Collections;
using ProdSales.GraphQL.Execution.Planning;
using ProdSales.GraphQL.Types;

namespace ProdSales.GraphQL.Execution.Running;

/// <content>Lists and their items.</content>
internal sealed partial class OperationRun
{
    private ValueTask<bool> WriteListAsync(PlannedField field, ListType list, object value)
    {
        if (value is string or IReadOnlyDictionary<string, object?> || value is not IEnumerable items)
        {
            AddError(new GraphQLError(ErrorCodes.BadResult, $"Expected Iterable, but did not find one for field \"{field.ParentType.Name}.{field.Definition.Name}\"."), field);
            return new(false);
        }

        bool isWhole = ReferenceEquals(list, field.Definition.Type.Nullable);
        (StreamUse? stream, GraphQLError? error) = isWhole ? field.StreamFor(_variables) : (null, null);
        if (error is not null)
        {
            AddError(error, field);
            return new(false);
        }

        Writer.StartArray();
        _path.Enter();
        bool mayDefer = list.Item.Nullable is FieldsType or UnionType && field.MayDefer(Schema);
        return mayDefer ? WriteStartedAsync(field, list.Item, items, stream) : WriteItemsAsync(field, list.Item, items.GetEnumerator(), stream);
    }

    private ValueTask<bool> WriteItemsAsync(PlannedField field, GraphType item, IEnumerator each, StreamUse? stream)
    {
        int index = 0;
        bool isWritten = true;
        while (isWritten && each.MoveNext())
        {
            if (PutOff(field, item, stream, each, index))
            {
                return new(LeaveList(isWritten: true, null));
            }

            _path.At(index++);
            ValueTask<bool> written = WriteValueAsync(field, item, each.Current);
            if (!written.IsCompletedSuccessfully)
            {
                return WriteRestAsync(written, field, item, each, index, stream);
            }

            isWritten = written.Result;
        }

        return new(LeaveList(isWritten, each));
    }

    /// <summary>Writes a list on from an item that has to be waited for.</summary>
    private async ValueTask<bool> WriteRestAsync(ValueTask<bool> pending, PlannedField field, GraphType item, IEnumerator each, int index, StreamUse? stream)
    {
        bool isWritten = await pending;
        while (isWritten && each.MoveNext())
        {
            if (PutOff(field, item, stream, each, index))
            {
                return LeaveList(isWritten: true, null);
            }

            _path.At(index++);
            isWritten = await WriteValueAsync(field, item, each.Current);
        }

        return LeaveList(isWritten, each);
    }

    /// <summary>Writes a list of objects after starting the asynchronous fields of all of them, so that a loader sees the whole level.</summary>
    private async ValueTask<bool> WriteStartedAsync(PlannedField field, GraphType item, IEnumerable items, StreamUse? stream)
    {
        NamedType type = (NamedType)item.Nullable;
        object?[] values = [.. items.Cast<object?>()];
        object?[] first = stream?.InitialCount < values.Length ? values[..stream.InitialCount] : values;
        (SelectionPlan Selection, Task<object?>?[]? Tasks)?[] started = Array.ConvertAll(first, value => Started(field, type, value));
        bool isWritten = true;
        for (int index = 0; isWritten && index < values.Length; index++)
        {
            if (index == first.Length && PutOff(field, item, stream, From(values, index), index))
            {
                return LeaveList(isWritten: true, null);
            }

            _path.At(index);
            Place place = Here();
            isWritten = index < started.Length && started[index] is { } ready
                ? await SettleAsync(WriteObjectAsync(ready.Selection, values[index], ready.Tasks), item, place)
                : await WriteValueAsync(field, item, values[index]);
        }

        return LeaveList(isWritten, null);
    }

    private (SelectionPlan Selection, Task<object?>?[]? Tasks)? Started(PlannedField field, NamedType type, object? value)
        => value is not null and not GraphQLError && SelectionFor(field, type, value).Selection is { } selection ? (selection, Start(selection, value)) : null;

    private static IEnumerator From(object?[] values, int index)
    {
        IEnumerator rest = values.Skip(index).GetEnumerator();
        rest.MoveNext();
        return rest;
    }

    private bool LeaveList(bool isWritten, IEnumerator? each)
    {
        (each as IDisposable)?.Dispose();
        _path.Leave();
        if (isWritten)
        {
            Writer.EndArray();
        }

        return isWritten;
    }
}
