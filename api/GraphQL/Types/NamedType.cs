namespace ProdSales.GraphQL.Types;

/// <summary>A type of the schema that has a name of its own.</summary>
public abstract class NamedType : GraphType
{
    private protected NamedType(string name, string? description)
    {
        Name = name;
        Description = description;
    }

    /// <summary>The name, unique in the schema.</summary>
    public string Name { get; }

    /// <summary>What the type means, as Markdown; null where nobody said.</summary>
    public string? Description { get; }

    /// <summary>Whether the specification brings this type, so that printed schemas leave it out.</summary>
    internal bool IsBuiltIn { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Name;
}
