using ProdSales.GraphQL.Language.Syntax;
using ProdSales.GraphQL.Types;
using ProdSales.GraphQL.Types.Input;

namespace ProdSales.GraphQL.Execution.Coercion;

/// <summary>Turns literals of a validated document, with the variables in them, into the values that resolvers see.</summary>
internal static class LiteralCoercion
{
    /// <summary>Coerces a literal; false when it does not fit, for example through a variable that is absent where a value is required.</summary>
    public static bool TryCoerce(ValueNode literal, GraphType type, VariableValues variables, out object? value)
    {
        value = null;
        switch (literal, type)
        {
            case (VariableNode variable, _):
                return variables.TryGet(variable.Name, out value) && !(value is null && type is NonNullType);
            case (NullValueNode, _):
                return type is not NonNullType;
            case (_, NonNullType nonNull):
                return TryCoerce(literal, nonNull.Inner, variables, out value);
            case (ListValueNode list, ListType of):
                return TryCoerceList(list, of.Item, variables, out value);
            case (_, ListType of):
                bool isItem = TryCoerce(literal, of.Item, variables, out object? item);
                value = isItem ? new[] { item } : null;
                return isItem;
            case (_, InputObjectType fields):
                value = literal is ObjectValueNode given ? CoerceObject(given, fields, variables) : null;
                return value is not null;
            default:
                return LeafCoercion.TryRead((NamedType)type, InputReading.Read(literal, variables), givesHints: false, out value, out _);
        }
    }

    /// <summary>The value of a declared default, which the schema's checks have proven to fit.</summary>
    public static object? Default(InputValue input)
        => input.DefaultLiteral is null || !TryCoerce(input.DefaultLiteral, input.Type, VariableValues.None, out object? value) ? null : value;

    private static bool TryCoerceList(ListValueNode list, GraphType itemType, VariableValues variables, out object? value)
    {
        object?[] items = new object?[list.Values.Length];
        value = items;
        for (int index = 0; index < items.Length; index++)
        {
            bool isAbsent = list.Values[index] is VariableNode variable && !variables.TryGet(variable.Name, out _);
            bool fits = isAbsent ? itemType is not NonNullType : TryCoerce(list.Values[index], itemType, variables, out items[index]);
            if (!fits)
            {
                return false;
            }
        }

        return true;
    }

    private static Dictionary<string, object?>? CoerceObject(ObjectValueNode literal, InputObjectType type, VariableValues variables)
    {
        if (Array.Exists(literal.Fields, field => type.Field(field.Name.Value) is null))
        {
            return null;
        }

        Dictionary<string, object?> values = new(StringComparer.Ordinal);
        foreach (InputValue field in type.Fields)
        {
            ObjectFieldNode? given = Array.Find(literal.Fields, candidate => candidate.Name.Value == field.Name);
            bool isAbsent = given is null || (given.Value is VariableNode variable && !variables.TryGet(variable.Name, out _));
            if (isAbsent)
            {
                if (field.IsRequired)
                {
                    return null;
                }

                if (field.DefaultLiteral is not null)
                {
                    values[field.Name] = LiteralCoercion.Default(field);
                }
            }
            else if (!TryCoerce(given!.Value, field.Type, variables, out object? value))
            {
                return null;
            }
            else
            {
                values[field.Name] = value;
            }
        }

        bool breaksOneOf = type.IsOneOf && !(values.Count == 1 && values.Values.First() is not null && literal.Fields.Length == 1);
        return breaksOneOf ? null : values;
    }
}
