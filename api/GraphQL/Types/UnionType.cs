namespace ProdSales.GraphQL.Types;

/// <summary>One of several object types that need not share a field.</summary>
public sealed class UnionType : NamedType
{
    private ObjectType[] _members = [];

    internal UnionType(string name, string? description, Func<object, string?>? typeOf)
        : base(name, description) => TypeOf = typeOf;

    /// <summary>The possible types in the order of their definition.</summary>
    public IReadOnlyList<ObjectType> Members => _members;

    internal Func<object, string?>? TypeOf { get; }

    internal void Complete(ObjectType[] members) => _members = members;
}
