using ProdSales.GraphQL.Language.Syntax;
using ProdSales.GraphQL.Types.BuiltIn;

namespace ProdSales.GraphQL.Types.Building;

/// <summary>Finds the types that builders refer to by name, and gathers what is wrong.</summary>
internal sealed class TypeReferences(IReadOnlyDictionary<string, NamedType> types)
{
    private readonly HashSet<NamedType> _used = [];

    public List<string> Problems { get; } = [];

    public IReadOnlySet<NamedType> Used => _used;

    /// <summary>The referenced type; a stand-in, and a problem noted, when its name is unknown.</summary>
    public GraphType Resolve(TypeNode node, string where) => node switch
    {
        ListTypeNode list => new ListType(Resolve(list.Item, where)),
        NonNullTypeNode nonNull => new NonNullType(Resolve(nonNull.Inner, where)),
        _ => Named<NamedType>(((NamedTypeNode)node).Name, where) ?? BuiltIns.String,
    };

    public T? Named<T>(string name, string where)
        where T : NamedType
    {
        NamedType? found = types.GetValueOrDefault(name);
        if (found is null)
        {
            Problems.Add($"{where}: unknown type \"{name}\".");
            return null;
        }

        _used.Add(found);
        if (found is not T)
        {
            Problems.Add($"{where}: \"{name}\" is a {found.GetType().Name}, not a {typeof(T).Name}.");
        }

        return found as T;
    }
}
