namespace ProdSales.GraphQL.Types.Building;

/// <summary>Describes a union.</summary>
public sealed class UnionBuilder : TypeBuilder
{
    private readonly List<string> _members = [];
    private Func<object, string?>? _typeOf;

    internal UnionBuilder(string name)
        : base(name)
    {
    }

    /// <summary>Says what the type means, as Markdown.</summary>
    public UnionBuilder Describe(string? description)
    {
        Description = description;
        return this;
    }

    /// <summary>Adds a possible object type, which may be defined later.</summary>
    public UnionBuilder Member(string objectType)
    {
        _members.Add(objectType);
        return this;
    }

    /// <summary>Tells which object type a resolver's result is; the name, or null when it is none.</summary>
    public UnionBuilder ResolveType(Func<object, string?> typeOf)
    {
        _typeOf = typeOf;
        return this;
    }

    internal override NamedType Declare() => Built = new UnionType(Name, Description, _typeOf);

    internal override void Complete(TypeReferences types)
    {
        ObjectType?[] members = [.. _members.Select(name => types.Named<ObjectType>(name, Name))];
        ((UnionType)Built!).Complete([.. members.OfType<ObjectType>()]);
    }
}
