using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using ProdSales.GraphQL.Types;
using ProdSales.GraphQL.Types.Input;

namespace ProdSales.GraphQL.Tests.Fuzz;

/// <summary>Makes requests that are mostly valid, the same for the same seed: a document and its variables.</summary>
/// <param name="schema">What can be asked.</param>
/// <param name="seed">The seed.</param>
/// <param name="inParts">Whether some ask for an answer in parts.</param>
internal sealed class RequestMaker(GraphQLSchema schema, int seed, bool inParts = false)
{
    private const int Deepest = 4;

    private readonly Random _random = new(seed);
    private readonly List<string> _declared = [];
    private readonly List<(string Name, string Type, string Text)> _fragments = [];
    private readonly JsonObject _variables = [];
    private int _names;

    public (string Document, string Variables) Make()
    {
        string selection = Selection(schema.Query!, 0);
        StringBuilder document = new();
        document.Append(_declared.Count == 0 && Chance(3) ? "" : $"query Fuzz{(_declared.Count == 0 ? "" : $"({string.Join(", ", _declared)})")} ");
        document.Append(selection);
        foreach ((string name, string type, string text) in _fragments)
        {
            document.Append(CultureInfo.InvariantCulture, $"\nfragment {name} on {type} {text}");
        }

        return (document.ToString(), _variables.ToJsonString());
    }

    private string Selection(NamedType type, int depth)
    {
        List<string> parts = [];
        for (int count = _random.Next(1, 4); count > 0; count--)
        {
            parts.Add(Part(type, depth));
        }

        return $"{{ {string.Join(" ", parts)} }}";
    }

    private string Part(NamedType type, int depth)
    {
        FieldDefinition[] fields = [.. (type as FieldsType)?.Fields.Where(field => depth < Deepest || field.Type.Named is ScalarType or EnumType) ?? []];
        if (fields.Length == 0 || Chance(5))
        {
            return Chance(4) || depth > 2 * Deepest ? $"{Alias()}__typename" : Fragment(type, depth);
        }

        FieldDefinition field = fields[_random.Next(fields.Length)];
        string arguments = Arguments(field);
        string stream = inParts && field.Type.Nullable is ListType && Chance(2) ? $" @stream({Part()}initialCount: {_random.Next(3)})" : "";
        string alias = arguments.Length + stream.Length > 0 || Chance(3) ? Alias() : "";
        string below = field.Type.Named is ScalarType or EnumType ? "" : $" {Selection(field.Type.Named, depth + 1)}";
        return $"{alias}{field.Name}{arguments}{stream}{Directive()}{below}";
    }

    private string Fragment(NamedType type, int depth)
    {
        NamedType[] fitting = [.. schema.Types.Where(other => !other.IsBuiltIn && other is FieldsType && schema.PossibleTypes(other).Intersect(schema.PossibleTypes(type)).Any())];
        NamedType condition = fitting[_random.Next(fitting.Length)];
        if (depth >= Deepest)
        {
            return $"... on {condition.Name} {{ {Alias()}__typename }}";
        }

        string text = Selection(condition, depth + 1);
        if (Chance(2))
        {
            return $"...{(Chance(4) && ReferenceEquals(condition, type) ? "" : $" on {condition.Name}")}{Defer()}{Directive()} {text}";
        }

        string name = $"F{_names++}";
        _fragments.Add((name, condition.Name, text));
        return $"...{name}{Defer()}{Directive()}";
    }

    private string Arguments(FieldDefinition field)
    {
        List<string> given = [.. field.Arguments.Where(argument => argument.IsRequired || Chance(2)).Select(argument => $"{argument.Name}: {Given(argument)}")];
        return given.Count == 0 ? "" : $"({string.Join(", ", given)})";
    }

    private string Given(InputValue argument) => Chance(3) ? Variable(argument.Type) : Literal(argument.Type, 0);

    private string Variable(GraphType type)
    {
        string name = $"v{_names++}";
        string shown = type is NonNullType || !Chance(4) ? type.ToString()! : $"{type}!";
        string initial = shown[^1] != '!' && Chance(3) ? $" = {Literal(type, 0)}" : "";
        _declared.Add($"${name}: {shown}{initial}");
        if (shown[^1] == '!' ? !Chance(12) : !Chance(3))
        {
            _variables[name] = Json(type, 0);
        }

        return $"${name}";
    }

    private string Defer() => inParts && Chance(2) ? $" @defer({Part()}{(Chance(4) ? $"if: {(Chance(2) ? "false" : Variable(new NonNullType(schema.Type("Boolean")!)))}" : "")})".Replace("()", "", StringComparison.Ordinal) : "";

    /// <summary>A label, which no other part has.</summary>
    private string Part() => Chance(2) ? $"label: \"part {_names++}\" " : "";

    private string Directive() => _random.Next(8) switch
    {
        0 => $" @include(if: {(Chance(2) ? "true" : Variable(new NonNullType(schema.Type("Boolean")!)))})",
        1 => $" @skip(if: {(Chance(2) ? "false" : Variable(new NonNullType(schema.Type("Boolean")!)))})",
        _ => "",
    };

    private string Literal(GraphType type, int depth) => type switch
    {
        _ when type is not NonNullType && Chance(8) => "null",
        NonNullType nonNull => Required(nonNull.Inner, depth),
        _ => Required(type, depth),
    };

    private string Required(GraphType type, int depth) => type switch
    {
        ListType list when Chance(5) => Literal(list.Item, depth),
        ListType list => $"[{string.Join(", ", Enumerable.Range(0, _random.Next(4)).Select(_ => Literal(list.Item, depth)))}]",
        InputObjectType { IsOneOf: true } one => One(one, depth),
        InputObjectType input => $"{{{string.Join(", ", Chosen(input, depth).Select(field => $"{field.Name}: {Literal(field.Type, depth + 1)}"))}}}",
        EnumType values => values.Values[_random.Next(values.Values.Count)].Name,
        _ => ((NamedType)type).Name switch
        {
            "Int" => Number(),
            "Float" => Chance(2) ? Number() : $"{Number()}.25",
            "Boolean" => Chance(2) ? "true" : "false",
            "ID" => Chance(2) ? Number() : "\"产-1\"",
            _ => Chance(6) ? "\"\"\"\n  block\n    text\n  \"\"\"" : $"\"t{_random.Next(9)} \\u4ea7\"",
        },
    };

    private string One(InputObjectType type, int depth)
    {
        InputValue field = type.Fields[_random.Next(depth > 2 ? 2 : type.Fields.Count)];
        return $"{{{field.Name}: {Required(field.Type, depth + 1)}}}";
    }

    private InputValue[] Chosen(InputObjectType type, int depth)
        => [.. type.Fields.Where(field => field.IsRequired || (Chance(2) && (depth < 2 || field.Type.Named is not InputObjectType)))];

    private JsonNode? Json(GraphType type, int depth)
    {
        if (Chance(25))
        {
            return _random.Next(5) switch { 0 => JsonValue.Create("wrong"), 1 => JsonValue.Create(1.5), 2 => new JsonObject { ["odd"] = 1 }, 3 => new JsonArray(JsonValue.Create(true)), _ => null };
        }

        return type switch
        {
            NonNullType nonNull => Json(nonNull.Inner, depth),
            _ when Chance(10) => null,
            ListType list when Chance(5) => Json(list.Item, depth),
            ListType list => new JsonArray([.. Enumerable.Range(0, _random.Next(4)).Select(_ => Json(list.Item, depth))]),
            InputObjectType { IsOneOf: true } one => new JsonObject { [one.Fields[0].Name] = JsonValue.Create(_random.Next(50)) },
            InputObjectType input => new JsonObject(Chosen(input, depth).Select(field => KeyValuePair.Create(field.Name, Json(field.Type, depth + 1)))),
            EnumType values => JsonValue.Create(values.Values[_random.Next(values.Values.Count)].Name),
            _ => ((NamedType)type).Name switch
            {
                "Int" => JsonValue.Create(_random.Next(-50, 50)),
                "Float" => JsonValue.Create(_random.Next(-50, 50) + 0.25),
                "Boolean" => JsonValue.Create(Chance(2)),
                "ID" => Chance(2) ? JsonValue.Create(_random.Next(50)) : JsonValue.Create("产-2"),
                _ => JsonValue.Create($"w{_random.Next(9)} 客"),
            },
        };
    }

    private string Number() => _random.Next(-40, 40).ToString(CultureInfo.InvariantCulture);

    private string Alias() => $"a{_names++}: ";

    private bool Chance(int oneOf) => _random.Next(oneOf) == 0;
}
