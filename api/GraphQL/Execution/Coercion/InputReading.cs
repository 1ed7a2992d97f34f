using System.Globalization;
using System.Text.Json;
using ProdSales.GraphQL.Language.Syntax;
using ProdSales.GraphQL.Types.Scalars;

namespace ProdSales.GraphQL.Execution.Coercion;

/// <summary>Brings literals and variables into the one form that scalars read.</summary>
internal static class InputReading
{
    public static ScalarInput Read(ValueNode literal, VariableValues? variables = null)
    {
        (ScalarInputKind kind, string text) = literal switch
        {
            IntValueNode number => (ScalarInputKind.Integer, number.Text),
            FloatValueNode number => (ScalarInputKind.Float, number.Text),
            StringValueNode quoted => (ScalarInputKind.String, quoted.Value),
            BooleanValueNode flag => (ScalarInputKind.Boolean, flag.Value ? "true" : "false"),
            EnumValueNode name => (ScalarInputKind.Enum, name.Value),
            ListValueNode => (ScalarInputKind.List, string.Empty),
            _ => (ScalarInputKind.Object, string.Empty),
        };
        return new ScalarInput(kind, text, literal, variables);
    }

    public static ScalarInput Read(JsonElement value)
    {
        (ScalarInputKind kind, string text) = value.ValueKind switch
        {
            JsonValueKind.Number => Number(value.GetRawText()),
            JsonValueKind.String => (ScalarInputKind.String, value.GetString()!),
            JsonValueKind.True => (ScalarInputKind.Boolean, "true"),
            JsonValueKind.False => (ScalarInputKind.Boolean, "false"),
            JsonValueKind.Array => (ScalarInputKind.List, string.Empty),
            _ => (ScalarInputKind.Object, string.Empty),
        };
        return new ScalarInput(kind, text, value);
    }

    /// <summary>A number of the variables; <c>1.0</c> and <c>1e3</c> are whole, as they are to every JSON reader.</summary>
    private static (ScalarInputKind Kind, string Text) Number(string text)
    {
        if (!text.AsSpan().ContainsAny('.', 'e', 'E'))
        {
            return (ScalarInputKind.Integer, text);
        }

        if (!text.AsSpan().ContainsAny('e', 'E'))
        {
            string whole = text.TrimEnd('0');
            return whole[^1] == '.' ? (ScalarInputKind.Integer, whole[..^1]) : (ScalarInputKind.Float, text);
        }

        bool isWhole = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
            && double.IsInteger(number) && Math.Abs(number) < 1e15;
        return isWhole
            ? (ScalarInputKind.Integer, ((long)number).ToString(CultureInfo.InvariantCulture))
            : (ScalarInputKind.Float, text);
    }

    /// <summary>A literal as plain .NET values.</summary>
    public static object? Structure(ValueNode literal, VariableValues? variables) => literal switch
    {
        IntValueNode number => long.TryParse(number.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long whole) ? whole : Real(number.Text),
        FloatValueNode number => Real(number.Text),
        StringValueNode text => text.Value,
        BooleanValueNode flag => flag.Value,
        EnumValueNode name => name.Value,
        ListValueNode list => list.Values.Select(item => Structure(item, variables)).ToArray(),
        ObjectValueNode fields => Dictionary(fields.Fields, field => field.Name.Value, field => Structure(field.Value, variables)),
        VariableNode variable when variables is not null && variables.TryGet(variable.Name, out object? value) => value,
        _ => null,
    };

    /// <summary>A variable's value as plain .NET values.</summary>
    public static object? Structure(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => value.TryGetInt64(out long whole) ? whole : value.GetDouble(),
        JsonValueKind.String => value.GetString(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Array => value.EnumerateArray().Select(Structure).ToArray(),
        JsonValueKind.Object => Dictionary(value.EnumerateObject(), entry => entry.Name, entry => Structure(entry.Value)),
        _ => null,
    };

    private static double Real(string text) => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);

    private static Dictionary<string, object?> Dictionary<T>(IEnumerable<T> entries, Func<T, string> name, Func<T, object?> value)
    {
        Dictionary<string, object?> result = new(StringComparer.Ordinal);
        foreach (T entry in entries)
        {
            result[name(entry)] = value(entry);
        }

        return result;
    }
}
