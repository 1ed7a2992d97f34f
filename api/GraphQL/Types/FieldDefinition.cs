using ProdSales.GraphQL.Execution.Costs;
using ProdSales.GraphQL.Execution.Resolution;
using ProdSales.GraphQL.Types.Input;

namespace ProdSales.GraphQL.Types;

/// <summary>A field of an object type or interface.</summary>
public sealed class FieldDefinition
{
    private readonly Dictionary<string, InputValue> _byName;

    internal FieldDefinition(
        string name, GraphType type, InputValue[] arguments, string? description, string? deprecationReason, FieldResolution resolution)
    {
        Name = name;
        Type = type;
        Arguments = arguments;
        Description = description;
        DeprecationReason = deprecationReason;
        Resolution = resolution;
        _byName = arguments.ToDictionary(argument => argument.Name, StringComparer.Ordinal);
    }

    /// <summary>The name, unique in its type.</summary>
    public string Name { get; }

    /// <summary>The type, always an output type.</summary>
    public GraphType Type { get; }

    /// <summary>The arguments in the order of their definition.</summary>
    public IReadOnlyList<InputValue> Arguments { get; }

    /// <summary>What it means, or null.</summary>
    public string? Description { get; }

    /// <summary>Why it should no longer be used; null while it should.</summary>
    public string? DeprecationReason { get; }

    /// <summary>Whatever the schema's author attached with the builder's <c>Attach</c>, for resolvers to find; null by default.</summary>
    public object? Attachment { get; internal init; }

    /// <summary>What it costs each time that it is resolved; null leaves it to the engine.</summary>
    public double? Weight { get; internal init; }

    /// <summary>How long its list is; null knows nothing.</summary>
    public ListSizing? Sizing { get; internal init; }

    internal FieldResolution Resolution { get; }

    /// <summary>The argument of that name, or null.</summary>
    public InputValue? Argument(string name) => _byName.GetValueOrDefault(name);
}
