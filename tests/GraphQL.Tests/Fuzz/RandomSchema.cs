using System.Globalization;
using System.Text;

namespace ProdSales.GraphQL.Tests.Fuzz;

/// <summary>A schema that nobody wrote, the same for the same seed: objects, interfaces that implement one another, a union, enums, inputs that hold themselves, one-of inputs, arguments with defaults.</summary>
internal sealed class RandomSchema(int seed)
{
    private static readonly string[] Scalars = ["Int", "Float", "String", "Boolean", "ID"];

    private readonly Random _random = new(seed);
    private readonly List<string> _outputs = [];
    private readonly List<string> _inputs = [];
    private readonly List<string> _enums = [];
    private int _names;

    public string Make()
    {
        StringBuilder sdl = new();
        _enums.AddRange(Names("E", 1, 3));
        _inputs.AddRange(Names("I", 1, 3));
        string[] objects = Names("T", 2, 5);
        _outputs.AddRange([.. objects, "Base", "Derived", "Any"]);
        foreach (string name in _enums)
        {
            sdl.Append(CultureInfo.InvariantCulture, $"enum {name} {{ {string.Join(' ', Enumerable.Range(0, _random.Next(1, 4)).Select(index => $"{name}_{index}"))} }}\n");
        }

        foreach (string name in _inputs)
        {
            bool isOneOf = Chance(3);
            IEnumerable<string> fields = Enumerable.Range(0, _random.Next(2, 5)).Select(index => InputField(index, isOneOf));
            sdl.Append(CultureInfo.InvariantCulture, $"input {name}{(isOneOf ? " @oneOf" : "")} {{ {string.Join(' ', fields)} }}\n");
        }

        string basic = Fields(2);
        string derived = $"{basic} {Fields(2)}";
        sdl.Append(CultureInfo.InvariantCulture, $"interface Base {{ {basic} }}\ninterface Derived implements Base {{ {derived} }}\n");
        for (int index = 0; index < objects.Length; index++)
        {
            (string implemented, string inherited) = index == 0 ? (" implements Derived & Base", derived) : Chance(2) ? (" implements Base", basic) : ("", "");
            sdl.Append(CultureInfo.InvariantCulture, $"type {objects[index]}{implemented} {{ {inherited} {Fields(_random.Next(1, 4))} }}\n");
        }

        sdl.Append(CultureInfo.InvariantCulture, $"union Any = {string.Join(" | ", objects.Take(_random.Next(1, objects.Length + 1)))}\n");
        return sdl.Append(CultureInfo.InvariantCulture, $"type Query {{ {Fields(3)} {string.Join(' ', _outputs.Select(name => $"to{name}: {name}"))} }}\n").ToString();
    }

    private string Fields(int count) => string.Join(' ', Enumerable.Range(0, count).Select(_ => $"f{_names++}{Arguments()}: {Wrapped(Chance(2) ? Pick(_outputs) : Leaf())}"));

    private string Arguments()
    {
        string[] arguments = [.. Enumerable.Range(0, _random.Next(4) / 2).Select(_ => $"a{_names++}: {Argument()}")];
        return arguments.Length == 0 ? "" : $"({string.Join(", ", arguments)})";
    }

    private string Argument()
    {
        if (Chance(3))
        {
            return Wrapped(Pick(_inputs));
        }

        string type = Leaf();
        return _random.Next(4) switch
        {
            0 => $"{type} = {Literal(type)}",
            1 => $"[{type}!] = [{Literal(type)}, {Literal(type)}]",
            2 => $"{type}! = {Literal(type)}",
            _ => Wrapped(type),
        };
    }

    /// <summary>The first two fields of an input hold no input, so that literals come to an end.</summary>
    private string InputField(int index, bool isOneOf)
    {
        string type = index < 2 || Chance(2) ? Leaf() : Pick(_inputs);
        bool isLeaf = !_inputs.Contains(type);
        return isOneOf || !isLeaf ? $"g{_names++}: {type}"
            : Chance(3) ? $"g{_names++}: {type}! = {Literal(type)}"
            : Chance(3) ? $"g{_names++}: {type} = {Literal(type)}"
            : $"g{_names++}: {Wrapped(type)}";
    }

    private string Leaf() => Chance(4) ? Pick(_enums) : Pick(Scalars);

    private string Literal(string type) => type switch
    {
        "Int" => _random.Next(-9, 9).ToString(CultureInfo.InvariantCulture),
        "Float" => $"{_random.Next(-9, 9)}.5",
        "Boolean" => Chance(2) ? "true" : "false",
        "String" or "ID" => $"\"d{_random.Next(9)}\"",
        _ => $"{type}_0",
    };

    private string Wrapped(string type) => _random.Next(9) switch
    {
        0 => $"{type}!",
        1 => $"[{type}]",
        2 => $"[{type}!]",
        3 => $"[{type}!]!",
        4 => $"[[{type}]!]",
        _ => type,
    };

    private string[] Names(string prefix, int least, int most) => [.. Enumerable.Range(0, _random.Next(least, most + 1)).Select(index => $"{prefix}{index}")];

    private string Pick(IReadOnlyList<string> names) => names[_random.Next(names.Count)];

    private bool Chance(int of) => _random.Next(of) == 0;
}
