namespace ProdSales.GraphQL.Types.Checks;

/// <summary>How types relate to each other.</summary>
internal static class TypeRelations
{
    /// <summary>Whether every value of <paramref name="type"/> is a value of <paramref name="wider"/>.</summary>
    public static bool IsSubtype(GraphQLSchema schema, GraphType type, GraphType wider) => (type, wider) switch
    {
        (NonNullType own, NonNullType other) => IsSubtype(schema, own.Inner, other.Inner),
        (NonNullType own, _) => IsSubtype(schema, own.Inner, wider),
        (ListType own, ListType other) => IsSubtype(schema, own.Item, other.Item),
        (NamedType own, NamedType other) => ReferenceEquals(own, other)
            || (own is ObjectType candidate && schema.IsPossible(other, candidate))
            || (own is InterfaceType narrower && narrower.Interfaces.Contains(other)),
        _ => false,
    };

    /// <summary>Whether some value can be of both types.</summary>
    public static bool Overlap(GraphQLSchema schema, NamedType one, NamedType other)
        => ReferenceEquals(one, other) || schema.PossibleTypes(one).Any(candidate => schema.IsPossible(other, candidate));

    /// <summary>Whether two types are the same, lists and marks included.</summary>
    public static bool AreEqual(GraphType one, GraphType other) => (one, other) switch
    {
        (NonNullType a, NonNullType b) => AreEqual(a.Inner, b.Inner),
        (ListType a, ListType b) => AreEqual(a.Item, b.Item),
        _ => ReferenceEquals(one, other),
    };
}
