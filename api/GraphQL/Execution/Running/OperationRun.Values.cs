using System.Collections;
using ProdSales.GraphQL.Execution.Planning;
using ProdSales.GraphQL.Execution.Responses;
using ProdSales.GraphQL.Types;
using ProdSales.GraphQL.Types.Scalars;

namespace ProdSales.GraphQL.Execution.Running;

/// <content>Values by their type (CompleteValue in the specification).</content>
internal sealed partial class OperationRun
{
    private ValueTask<bool> WriteValueAsync(PlannedField field, GraphType type, object? value)
    {
        GraphType nullable = type.Nullable;
        if (value is GraphQLError refusal)
        {
            return new(WriteError(field, type, refusal));
        }

        if (value is null)
        {
            if (type is NonNullType)
            {
                AddError(new GraphQLError(ErrorCodes.BadResult, $"Cannot return null for non-nullable field {field.ParentType.Name}.{field.Definition.Name}."), field);
                return new(false);
            }

            _writer.WriteNull();
            return new(true);
        }

        return nullable is ScalarType or EnumType
            ? new(WriteLeaf(field, type, (NamedType)nullable, value))
            : WriteCompositeAsync(field, type, nullable, value);
    }

    private bool WriteLeaf(PlannedField field, GraphType type, NamedType leaf, object value)
    {
        string? problem;
        try
        {
            problem = leaf is ScalarType scalar ? scalar.Codec.Write(value, _writer) : WriteEnum((EnumType)leaf, value);
        }
        catch (Exception exception)
        {
            return WriteError(field, type, Describe(exception));
        }

        return problem is null || WriteError(field, type, new GraphQLError(ErrorCodes.BadResult, problem));
    }

    private string? WriteEnum(EnumType type, object value)
    {
        if (type.ValueFor(value) is not { } found)
        {
            return $"Enum \"{type.Name}\" cannot represent value: {Inspection.Show(value)}";
        }

        _writer.WriteString(found.Name);
        return null;
    }

    private async ValueTask<bool> WriteCompositeAsync(PlannedField field, GraphType type, GraphType nullable, object value)
    {
        ResponseMark mark = _writer.Mark();
        bool isWritten = nullable is ListType list
            ? await WriteListAsync(field, list, value)
            : await WriteObjectAsync(field, (NamedType)nullable, value);
        if (isWritten)
        {
            return true;
        }

        _writer.Rollback(mark);
        if (type is NonNullType)
        {
            return false;
        }

        _writer.WriteNull();
        return true;
    }

    private async ValueTask<bool> WriteObjectAsync(PlannedField field, NamedType type, object value)
    {
        (SelectionPlan? selection, GraphQLError? error) = SelectionFor(field, type, value);
        if (selection is null)
        {
            AddError(error!, field);
            return false;
        }

        return await WriteObjectAsync(selection, value, Start(selection, value));
    }

    private async ValueTask<bool> WriteListAsync(PlannedField field, ListType list, object value)
    {
        if (value is string or IReadOnlyDictionary<string, object?> || value is not IEnumerable items)
        {
            AddError(new GraphQLError(ErrorCodes.BadResult, $"Expected Iterable, but did not find one for field \"{field.ParentType.Name}.{field.Definition.Name}\"."), field);
            return false;
        }

        _writer.StartArray();
        bool isObjects = list.Item.Nullable is FieldsType or UnionType;
        bool isWritten = isObjects ? await WriteObjectsAsync(field, list.Item, items) : await WriteItemsAsync(field, list.Item, items);
        _writer.EndArray();
        return isWritten;
    }

    private async ValueTask<bool> WriteItemsAsync(PlannedField field, GraphType item, IEnumerable items)
    {
        int index = 0;
        foreach (object? value in items)
        {
            _path.Push(index++);
            bool isWritten = await WriteValueAsync(field, item, value);
            _path.Pop();
            if (!isWritten)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Writes a list of objects after starting the asynchronous fields of all of them, so that a loader sees the whole level.</summary>
    private async ValueTask<bool> WriteObjectsAsync(PlannedField field, GraphType item, IEnumerable items)
    {
        NamedType type = (NamedType)item.Nullable;
        bool mayDefer = Schema.PossibleTypes(type).Any(possible => field.SelectionFor(possible).HasDeferred);
        if (!mayDefer)
        {
            return await WriteItemsAsync(field, item, items);
        }

        object?[] values = [.. items.Cast<object?>()];
        Task<object?>?[]?[] started = Array.ConvertAll(values, value => value is not null and not GraphQLError && SelectionFor(field, type, value).Selection is { } selection ? Start(selection, value) : null);
        for (int index = 0; index < values.Length; index++)
        {
            _path.Push(index);
            bool isWritten = started[index] is { } tasks
                ? await WriteStartedAsync(field, item, SelectionFor(field, type, values[index]!).Selection!, values[index]!, tasks)
                : await WriteValueAsync(field, item, values[index]);
            _path.Pop();
            if (!isWritten)
            {
                return false;
            }
        }

        return true;
    }

    private async ValueTask<bool> WriteStartedAsync(PlannedField field, GraphType item, SelectionPlan selection, object value, Task<object?>?[] started)
    {
        ResponseMark mark = _writer.Mark();
        if (await WriteObjectAsync(selection, value, started))
        {
            return true;
        }

        _writer.Rollback(mark);
        if (item is NonNullType)
        {
            return false;
        }

        _writer.WriteNull();
        return true;
    }

    private GraphQLSchema Schema => _context.Schema;

    private (SelectionPlan? Selection, GraphQLError? Error) SelectionFor(PlannedField field, NamedType type, object value)
    {
        if (type is ObjectType single)
        {
            return (field.SelectionFor(single), null);
        }

        string? name = ConcreteTypes.NameOf(type, value);
        string where = $"{field.ParentType.Name}.{field.Definition.Name}";
        string? problem = name is null
            ? $"Abstract type \"{type.Name}\" must resolve to an Object type at runtime for field \"{where}\"."
            : Schema.Type(name) is not { } found
                ? $"Abstract type \"{type.Name}\" was resolved to a type \"{name}\" that does not exist inside the schema."
                : found is not ObjectType concrete
                    ? $"Abstract type \"{type.Name}\" was resolved to a non-object type \"{name}\"."
                    : Schema.IsPossible(type, concrete) ? null : $"Runtime Object type \"{name}\" is not a possible type for \"{type.Name}\".";
        return problem is null
            ? (field.SelectionFor((ObjectType)Schema.Type(name!)!), null)
            : (null, new GraphQLError(ErrorCodes.BadResult, problem));
    }
}
