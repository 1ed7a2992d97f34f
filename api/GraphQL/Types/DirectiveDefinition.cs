using ProdSales.GraphQL.Types.Input;

namespace ProdSales.GraphQL.Types;

/// <summary>A directive that documents may use.</summary>
public sealed class DirectiveDefinition
{
    private readonly Dictionary<string, InputValue> _byName;

    internal DirectiveDefinition(string name, string? description, InputValue[] arguments, bool isRepeatable, string[] locations)
    {
        Name = name;
        Description = description;
        Arguments = arguments;
        IsRepeatable = isRepeatable;
        Locations = locations;
        _byName = arguments.ToDictionary(argument => argument.Name, StringComparer.Ordinal);
    }

    /// <summary>The name without <c>@</c>.</summary>
    public string Name { get; }

    /// <summary>What it does, or null.</summary>
    public string? Description { get; }

    /// <summary>The arguments in the order of their definition.</summary>
    public IReadOnlyList<InputValue> Arguments { get; }

    /// <summary>Whether it may stand several times at one place.</summary>
    public bool IsRepeatable { get; }

    /// <summary>Where it may stand, in the words of the specification (<c>FIELD</c>, <c>QUERY</c>, …).</summary>
    public IReadOnlyList<string> Locations { get; }

    /// <summary>Whether the specification brings this directive, so that printed schemas leave it out.</summary>
    internal bool IsBuiltIn { get; init; }

    /// <summary>The argument of that name, or null.</summary>
    public InputValue? Argument(string name) => _byName.GetValueOrDefault(name);
}
