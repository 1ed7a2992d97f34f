using ProdSales.GraphQL.Types.BuiltIn;
using ProdSales.GraphQL.Types.Input;

namespace ProdSales.GraphQL.Types.Building;

/// <summary>The order of a schema's types: as defined, each built-in scalar where it is first used.</summary>
internal static class TypeOrder
{
    public static IReadOnlyList<NamedType> Of(NamedType[] defined, DirectiveDefinition[] directives)
    {
        OrderedSet<NamedType> types = new();
        foreach (NamedType type in defined)
        {
            types.Add(type);
            foreach (NamedType used in References(type).Where(used => used.IsBuiltIn))
            {
                types.Add(used);
            }
        }

        foreach (InputValue argument in directives.SelectMany(directive => directive.Arguments))
        {
            types.Add(argument.Type.Named);
        }

        types.Add(BuiltIns.String);
        types.Add(BuiltIns.Boolean);
        return types.Items;
    }

    private static IEnumerable<NamedType> References(NamedType type) => type switch
    {
        FieldsType fields => fields.Fields.SelectMany(field => new[] { field.Type.Named }.Concat(field.Arguments.Select(argument => argument.Type.Named))),
        InputObjectType input => input.Fields.Select(field => field.Type.Named),
        _ => [],
    };

    private sealed class OrderedSet<T>
        where T : notnull
    {
        private readonly HashSet<T> _known = [];
        private readonly List<T> _items = [];

        public IReadOnlyList<T> Items => _items;

        public void Add(T item)
        {
            if (_known.Add(item))
            {
                _items.Add(item);
            }
        }
    }
}
