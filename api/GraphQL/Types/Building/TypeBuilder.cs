namespace ProdSales.GraphQL.Types.Building;

/// <summary>Describes one named type of a schema that is being built.</summary>
public abstract class TypeBuilder
{
    private protected TypeBuilder(string name) => Name = name;

    /// <summary>The name of the type.</summary>
    public string Name { get; }

    internal string? Description { get; set; }

    internal NamedType? Built { get; private protected set; }

    /// <summary>Makes the type so that others can refer to it.</summary>
    internal abstract NamedType Declare();

    /// <summary>Fills in what refers to other types.</summary>
    internal abstract void Complete(TypeReferences types);
}
