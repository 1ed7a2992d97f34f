using ProdSales.GraphQL.Execution.Planning;
using ProdSales.GraphQL.Types;
using ProdSales.GraphQL.Types.Scalars;

namespace ProdSales.GraphQL.Execution.Running;

/// <content>Values by their type (CompleteValue in the specification).</content>
internal sealed partial class OperationRun
{
    private ValueTask<bool> WriteValueAsync(PlannedField field, GraphType type, object? value)
    {
        if (value is null or GraphQLError)
        {
            return new(WriteAbsent(field, type, value as GraphQLError));
        }

        GraphType nullable = type.Nullable;
        return nullable is ScalarType or EnumType
            ? new(WriteLeaf(field, type, (NamedType)nullable, value))
            : WriteCompositeAsync(field, type, nullable, value);
    }

    /// <summary>Writes null in place of a value that is missing or refused; false where the type does not allow it.</summary>
    private bool WriteAbsent(PlannedField field, GraphType type, GraphQLError? refusal)
    {
        if (refusal is not null || type is NonNullType)
        {
            return WriteError(field, type, refusal ?? new GraphQLError(ErrorCodes.BadResult, $"Cannot return null for non-nullable field {field.ParentType.Name}.{field.Definition.Name}."));
        }

        Writer.WriteNull();
        return true;
    }

    private bool WriteLeaf(PlannedField field, GraphType type, NamedType leaf, object value)
        => LeafError(leaf, value) is not { } error || WriteError(field, type, error);

    /// <summary>Writes a scalar or enum value; where it cannot be shown, says why and writes nothing that counts.</summary>
    private GraphQLError? LeafError(NamedType leaf, object value)
    {
        string? problem;
        try
        {
            problem = leaf is ScalarType scalar ? scalar.Codec.Write(value, Writer) : WriteEnum((EnumType)leaf, value);
        }
        catch (Exception exception)
        {
            return Describe(exception);
        }

        return problem is null ? null : new GraphQLError(ErrorCodes.BadResult, problem);
    }

    private string? WriteEnum(EnumType type, object value)
    {
        if (type.ValueFor(value) is not { } found)
        {
            return $"Enum \"{type.Name}\" cannot represent value: {Inspection.Show(value)}";
        }

        Writer.WriteString(found.Name);
        return null;
    }

    private ValueTask<bool> WriteCompositeAsync(PlannedField field, GraphType type, GraphType nullable, object value)
    {
        Place place = Here();
        ValueTask<bool> written = nullable is ListType list ? WriteListAsync(field, list, value) : WriteObjectAsync(field, (NamedType)nullable, value);
        return SettleAsync(written, type, place);
    }

    /// <summary>Takes back what was written of a value that cannot be shown: null where the type allows it, otherwise false.</summary>
    private ValueTask<bool> SettleAsync(ValueTask<bool> written, GraphType type, Place place)
    {
        return written.IsCompletedSuccessfully ? new(Settle(written.Result, type, place)) : AwaitAsync(written, type, place);

        async ValueTask<bool> AwaitAsync(ValueTask<bool> pending, GraphType expected, Place start) => Settle(await pending, expected, start);
    }

    private bool Settle(bool isWritten, GraphType type, Place place)
    {
        if (isWritten)
        {
            return true;
        }

        Return(place);
        if (type is NonNullType)
        {
            return false;
        }

        Writer.WriteNull();
        return true;
    }

    private ValueTask<bool> WriteObjectAsync(PlannedField field, NamedType type, object value)
    {
        (SelectionPlan? selection, GraphQLError? error) = SelectionFor(field, type, value);
        if (selection is null)
        {
            AddError(error!, field);
            return new(false);
        }

        return WriteObjectAsync(selection, value, Start(selection, value));
    }

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
