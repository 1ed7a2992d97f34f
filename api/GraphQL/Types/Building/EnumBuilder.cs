namespace ProdSales.GraphQL.Types.Building;

/// <summary>Describes an enum.</summary>
public sealed class EnumBuilder : TypeBuilder
{
    private readonly List<EnumValue> _values = [];

    internal EnumBuilder(string name)
        : base(name)
    {
    }

    /// <summary>Says what the type means, as Markdown.</summary>
    public EnumBuilder Describe(string? description)
    {
        Description = description;
        return this;
    }

    /// <summary>Adds a value.</summary>
    /// <param name="name">The name as documents and responses write it.</param>
    /// <param name="description">What it means, or null.</param>
    /// <param name="value">What resolvers see and return for it; the name itself when null.</param>
    /// <param name="deprecationReason">Why it should no longer be used, or null.</param>
    /// <exception cref="ArgumentException">The value is there already.</exception>
    public EnumBuilder Value(string name, string? description = null, object? value = null, string? deprecationReason = null)
    {
        if (_values.Exists(existing => existing.Name == name))
        {
            throw new ArgumentException($"Enum value {Name}.{name} is defined twice.", nameof(name));
        }

        _values.Add(new EnumValue(name, value ?? name, description, deprecationReason));
        return this;
    }

    internal override NamedType Declare()
        => Built = new EnumType(Name, Description, [.. _values]) { IsBuiltIn = Name.StartsWith("__", StringComparison.Ordinal) };

    internal override void Complete(TypeReferences types)
    {
    }
}
