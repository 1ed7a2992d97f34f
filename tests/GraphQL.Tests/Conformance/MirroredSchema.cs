using System.Globalization;
using System.Text.Json;
using ProdSales.GraphQL.Execution.Resolution;
using ProdSales.GraphQL.Types;
using ProdSales.GraphQL.Types.Building;
using ProdSales.GraphQL.Types.Scalars;

namespace ProdSales.GraphQL.Tests.Conformance;

/// <summary>
/// A recorded schema whose resolvers give back what the recording shows at their place: the data of the recorded tests lives in their code. What is
/// tested is everything between: which fields are run, merged and named, how values are written, and where null ends up when a resolver fails.
/// A field with an argument <c>input</c> shows that argument instead, as the recorded tests of variables do.
/// </summary>
internal sealed class MirroredSchema
{
    private readonly Dictionary<string, JsonElement> _errors;
    private readonly JsonElement _data;
    private GraphQLSchema? _schema;

    public MirroredSchema(JsonElement result)
    {
        _data = result.TryGetProperty("data", out JsonElement data) ? data : default;
        _errors = result.TryGetProperty("errors", out JsonElement errors)
            ? errors.EnumerateArray().Where(error => error.TryGetProperty("path", out _))
                .DistinctBy(error => Key(error.GetProperty("path").EnumerateArray().Select(step => step.ToString())))
                .ToDictionary(error => Key(error.GetProperty("path").EnumerateArray().Select(step => step.ToString())), StringComparer.Ordinal)
            : [];
    }

    public GraphQLSchema Build(string sdl)
    {
        SchemaBuilder builder = new SchemaBuilder().AddSdl(sdl);
        foreach (TypeBuilder type in builder.Types)
        {
            switch (type)
            {
                case FieldsTypeBuilder { IsInterface: true } contract:
                    contract.ResolveType(value => TypeName(contract.Name, (Place)value));
                    break;
                case FieldsTypeBuilder fields:
                    foreach (FieldBuilder field in fields.Fields)
                    {
                        field.Resolve(Resolve);
                    }

                    break;
                case UnionBuilder union:
                    union.ResolveType(value => TypeName(union.Name, (Place)value));
                    break;
            }
        }

        return _schema = builder.Assemble().Schema;
    }

    private object? Resolve(FieldContext context)
    {
        Place parent = context.Source as Place ?? new Place([], _data);
        bool showsInput = context.Field.Definition.Argument("input") is not null && context.Field.Definition.Type.Named.Name == "String";
        return showsInput
            ? context.Arguments.Has("input") ? Inspection.Show(context.Arguments.Values["input"]) : null
            : At([.. parent.Path, context.Field.ResponseName], Property(parent.Value, context.Field.ResponseName), context.Field.Definition.Type);
    }

    private object? At(string[] path, JsonElement value, GraphType type)
    {
        if (_errors.TryGetValue(Key(path), out JsonElement error))
        {
            string message = error.GetProperty("message").GetString()!;
            return message.StartsWith("Cannot return null", StringComparison.Ordinal) ? null : new GraphQLError("recorded", message);
        }

        bool failsBelow = _errors.Keys.Any(key => key.StartsWith(Key(path) + "/", StringComparison.Ordinal));
        return value.ValueKind switch
        {
            JsonValueKind.Undefined or JsonValueKind.Null when failsBelow && type.Nullable is ListType list => UpToFailure(path, list.Item),
            JsonValueKind.Undefined or JsonValueKind.Null => failsBelow ? new Place(path, default) : null,
            JsonValueKind.Object => new Place(path, value),
            JsonValueKind.Array when type.Nullable is ListType list => value.EnumerateArray()
                .Select((item, index) => At([.. path, $"{index}"], item, list.Item)).ToArray(),
            JsonValueKind.Number => value.TryGetInt32(out int whole) ? whole : value.GetDouble(),
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => value.GetString(),
        };
    }

    /// <summary>A list whose recorded failure has taken the data away: as long as the failure needs it, with 1 for items that nobody sees.</summary>
    private object?[] UpToFailure(string[] path, GraphType item)
    {
        string prefix = Key(path) + "/";
        int[] failures = [.. _errors.Keys.Where(key => key.StartsWith(prefix, StringComparison.Ordinal)).Select(key => int.Parse(key[prefix.Length..].Split('/')[0], CultureInfo.InvariantCulture))];
        return [.. Enumerable.Range(0, failures.Max() + 1).Select(index => failures.Contains(index) ? At([.. path, $"{index}"], default, item) : 1)];
    }

    /// <summary>The recorded type, or the first possible one that has all recorded fields.</summary>
    private string? TypeName(string abstractType, Place place)
    {
        if (Property(place.Value, "__typename") is { ValueKind: JsonValueKind.String } name)
        {
            return name.GetString();
        }

        string[] fields = place.Value.ValueKind == JsonValueKind.Object ? [.. place.Value.EnumerateObject().Select(field => field.Name)] : [];
        return _schema!.PossibleTypes(_schema.Type(abstractType)!).OrderByDescending(type => fields.Count(field => type.Field(field) is not null)).First().Name;
    }

    private static JsonElement Property(JsonElement value, string name)
        => value.ValueKind == JsonValueKind.Object && value.TryGetProperty(name, out JsonElement found) ? found : default;

    private static string Key(IEnumerable<string> path) => string.Join('/', path);

    private sealed record Place(string[] Path, JsonElement Value);
}
