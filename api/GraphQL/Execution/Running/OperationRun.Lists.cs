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
        GraphQLError? failure = null;
        if (mayDefer)
        {
            return AllOf(items, ref failure) is { } values ? WriteStartedAsync(field, list.Item, values, stream) : new(LeaveList(field, failure));
        }

        return Begin(items, ref failure) is { } each ? WriteItemsAsync(field, list.Item, each, stream) : new(LeaveList(field, failure));
    }

    private ValueTask<bool> WriteItemsAsync(PlannedField field, GraphType item, IEnumerator each, StreamUse? stream)
    {
        int index = 0;
        bool isWritten = true;
        GraphQLError? failure = null;
        while (isWritten && MovesOn(each, ref failure))
        {
            if (PutOff(field, item, stream, each, index))
            {
                return new(LeaveList(isWritten: true));
            }

            _path.At(index++);
            ValueTask<bool> written = WriteValueAsync(field, item, each.Current);
            if (!written.IsCompletedSuccessfully)
            {
                return WriteRestAsync(written, field, item, each, index, stream);
            }

            isWritten = written.Result;
        }

        End(each, ref failure);
        return new(failure is null ? LeaveList(isWritten) : LeaveList(field, failure));
    }

    /// <summary>Writes a list on from an item that has to be waited for.</summary>
    private async ValueTask<bool> WriteRestAsync(ValueTask<bool> pending, PlannedField field, GraphType item, IEnumerator each, int index, StreamUse? stream)
    {
        bool isWritten = await pending;
        GraphQLError? failure = null;
        while (isWritten && MovesOn(each, ref failure))
        {
            if (PutOff(field, item, stream, each, index))
            {
                return LeaveList(isWritten: true);
            }

            _path.At(index++);
            isWritten = await WriteValueAsync(field, item, each.Current);
        }

        End(each, ref failure);
        return failure is null ? LeaveList(isWritten) : LeaveList(field, failure);
    }

    /// <summary>Writes a list of objects after starting the asynchronous fields of all of them, so that a loader sees the whole level.</summary>
    private async ValueTask<bool> WriteStartedAsync(PlannedField field, GraphType item, object?[] values, StreamUse? stream)
    {
        NamedType type = (NamedType)item.Nullable;
        object?[] first = stream?.InitialCount < values.Length ? values[..stream.InitialCount] : values;
        (SelectionPlan Selection, Task<object?>?[]? Tasks)?[] started = Array.ConvertAll(first, value => Started(field, type, value));
        bool isWritten = true;
        for (int index = 0; isWritten && index < values.Length; index++)
        {
            if (index == first.Length && PutOff(field, item, stream, From(values, index), index))
            {
                return LeaveList(isWritten: true);
            }

            _path.At(index);
            Place place = Here();
            isWritten = index < started.Length && started[index] is { } ready
                ? await SettleAsync(WriteObjectAsync(ready.Selection, values[index], ready.Tasks), item, place)
                : await WriteValueAsync(field, item, values[index]);
        }

        return LeaveList(isWritten);
    }

    private (SelectionPlan Selection, Task<object?>?[]? Tasks)? Started(PlannedField field, NamedType type, object? value)
        => value is not null and not GraphQLError && SelectionFor(field, type, value).Selection is { } selection ? (selection, Start(selection, value)) : null;

    private static IEnumerator From(object?[] values, int index)
    {
        IEnumerator rest = values.Skip(index).GetEnumerator();
        rest.MoveNext();
        return rest;
    }

    // A list that a resolver gives is its own code until its last item: what it throws is the error of the field.
    private object?[]? AllOf(IEnumerable items, ref GraphQLError? failure)
    {
        try
        {
            return [.. items.Cast<object?>()];
        }
        catch (Exception exception) when (!IsCancellation(exception))
        {
            failure = Describe(exception);
            return null;
        }
    }

    private IEnumerator? Begin(IEnumerable items, ref GraphQLError? failure)
    {
        try
        {
            return items is IEnumerable<object?> objects ? objects.GetEnumerator() : items.GetEnumerator();
        }
        catch (Exception exception) when (!IsCancellation(exception))
        {
            failure = Describe(exception);
            return null;
        }
    }

    private bool MovesOn(IEnumerator each, ref GraphQLError? failure)
    {
        try
        {
            return each.MoveNext();
        }
        catch (Exception exception) when (!IsCancellation(exception))
        {
            failure = Describe(exception);
            return false;
        }
    }

    private void End(IEnumerator each, ref GraphQLError? failure)
    {
        try
        {
            (each as IDisposable)?.Dispose();
        }
        catch (Exception exception) when (!IsCancellation(exception))
        {
            failure ??= Describe(exception);
        }
    }

    /// <summary>Leaves a list that cannot be shown, with its error noted at the list.</summary>
    private bool LeaveList(PlannedField field, GraphQLError? failure)
    {
        LeaveList(isWritten: false);
        AddError(failure!, field);
        return false;
    }

    private bool LeaveList(bool isWritten)
    {
        _path.Leave();
        if (isWritten)
        {
            Writer.EndArray();
        }

        return isWritten;
    }
}
