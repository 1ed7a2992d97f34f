using System.Text.Json;
using ProdSales.GraphQL.Types;
using ProdSales.GraphQL.Types.Input;
using ProdSales.GraphQL.Types.Scalars;

namespace ProdSales.GraphQL.Execution.Coercion;

/// <summary>Turns the JSON of one variable into what resolvers see, and reports every part that does not fit.</summary>
/// <remarks>The recursion is bounded by the depth that the JSON reader allows.</remarks>
internal sealed class JsonCoercion(string variable, int listLength, bool givesHints, Action<string> report)
{
    public object? Coerce(JsonElement value, GraphType type) => Coerce(value, type, string.Empty);

    private object? Coerce(JsonElement value, GraphType type, string path)
    {
        if (type is NonNullType nonNull)
        {
            if (value.ValueKind != JsonValueKind.Null)
            {
                return Coerce(value, nonNull.Inner, path);
            }

            Report(value, path, $"Expected non-nullable type \"{type}\" not to be null.");
            return null;
        }

        if (value.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        return type switch
        {
            ListType list => CoerceList(value, list.Item, path),
            InputObjectType fields => CoerceObject(value, fields, path),
            _ => CoerceLeaf(value, (NamedType)type, path),
        };
    }

    private object?[] CoerceList(JsonElement value, GraphType item, string path)
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            return [Coerce(value, item, path)];
        }

        if (value.GetArrayLength() > listLength)
        {
            report($"Variable \"${variable}\" has a list of {value.GetArrayLength()} items; at most {listLength} are allowed.");
            return [];
        }

        return [.. value.EnumerateArray().Select((element, index) => Coerce(element, item, $"{path}[{index}]"))];
    }

    private Dictionary<string, object?>? CoerceObject(JsonElement value, InputObjectType type, string path)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            Report(value, path, $"Expected type \"{type.Name}\" to be an object.");
            return null;
        }

        Dictionary<string, object?> values = new(StringComparer.Ordinal);
        foreach (InputValue field in type.Fields)
        {
            if (value.TryGetProperty(field.Name, out JsonElement given))
            {
                values[field.Name] = Coerce(given, field.Type, $"{path}.{field.Name}");
            }
            else if (field.DefaultLiteral is not null)
            {
                values[field.Name] = LiteralCoercion.Default(field);
            }
            else if (field.Type is NonNullType)
            {
                Report(value, path, $"Field \"{field.Name}\" of required type \"{field.Type}\" was not provided.");
            }
        }

        foreach (JsonProperty given in value.EnumerateObject().Where(given => type.Field(given.Name) is null))
        {
            string hint = givesHints ? Suggestions.DidYouMean(null, given.Name, type.Fields.Select(field => field.Name)) : string.Empty;
            Report(value, path, $"Field \"{given.Name}\" is not defined by type \"{type.Name}\".{hint}");
        }

        CheckOneOf(value, type, values, path);
        return values;
    }

    private void CheckOneOf(JsonElement value, InputObjectType type, Dictionary<string, object?> values, string path)
    {
        if (!type.IsOneOf)
        {
            return;
        }

        if (values.Count != 1)
        {
            Report(value, path, $"Exactly one key must be specified for OneOf type \"{type.Name}\".");
            return;
        }

        string name = values.Keys.First();
        if (value.TryGetProperty(name, out JsonElement given) && given.ValueKind == JsonValueKind.Null)
        {
            Report(given, $"{path}.{name}", $"Field \"{name}\" must be non-null.");
        }
    }

    private object? CoerceLeaf(JsonElement value, NamedType type, string path)
    {
        if (LeafCoercion.TryRead(type, InputReading.Read(value), givesHints, out object? result, out string? problem))
        {
            return result;
        }

        Report(value, path, problem);
        return null;
    }

    private void Report(JsonElement value, string path, string problem)
    {
        string place = path.Length == 0 ? string.Empty : $" at \"{variable}{path}\"";
        report($"Variable \"${variable}\" got invalid value {Inspection.Show(value)}{place}; {problem}");
    }
}
