namespace ProdSales.GraphQL.Types.Comparison;

/// <summary>Whether a changed type still fits those who relied on the type before it. Types are compared by name: the two belong to different schemas.</summary>
internal static class TypeFit
{
    /// <summary>Whether what a field gives now is what callers expected: the same, or never null where it could be.</summary>
    public static bool Gives(GraphType now, GraphType before) => (now, before) switch
    {
        (NonNullType a, NonNullType b) => Gives(a.Inner, b.Inner),
        (NonNullType a, _) => Gives(a.Inner, before),
        (ListType a, ListType b) => Gives(a.Item, b.Item),
        (NamedType a, NamedType b) => a.Name == b.Name,
        _ => false,
    };

    /// <summary>Whether an input takes all that callers gave: the same, or also null where it could not be.</summary>
    public static bool Takes(GraphType now, GraphType before) => (now, before) switch
    {
        (NonNullType a, NonNullType b) => Takes(a.Inner, b.Inner),
        (_, NonNullType b) => Takes(now, b.Inner),
        (ListType a, ListType b) => Takes(a.Item, b.Item),
        (NamedType a, NamedType b) => a.Name == b.Name,
        _ => false,
    };
}
