using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using ProdSales.GraphQL.Language.Syntax;
using ProdSales.GraphQL.Types.Sdl;

namespace ProdSales.GraphQL.Types;

/// <summary>A checked, immutable schema, made by <see cref="Building.SchemaBuilder"/>. Safe for any number of threads.</summary>
[SuppressMessage("Naming", "CA1724", Justification = "The name of the thing in the specification.")]
public sealed class GraphQLSchema
{
    private readonly FrozenDictionary<string, NamedType> _types;
    private readonly FrozenDictionary<string, DirectiveDefinition> _directives;
    private readonly FrozenDictionary<NamedType, ObjectType[]> _possible;

    internal GraphQLSchema(string? description, NamedType[] types, DirectiveDefinition[] directives, ObjectType? query, ObjectType? mutation, ObjectType? subscription)
    {
        Description = description;
        Types = types;
        Directives = directives;
        Query = query;
        Mutation = mutation;
        Subscription = subscription;
        _types = types.ToFrozenDictionary(type => type.Name, StringComparer.Ordinal);
        _directives = directives.ToFrozenDictionary(directive => directive.Name, StringComparer.Ordinal);
        _possible = types.Where(type => type is UnionType or InterfaceType).ToFrozenDictionary(type => type, FindPossible);
    }

    /// <summary>What the whole service is, or null.</summary>
    public string? Description { get; }

    /// <summary>All types in the order of their definition, built-in ones last.</summary>
    public IReadOnlyList<NamedType> Types { get; }

    /// <summary>All directives in the order of their definition.</summary>
    public IReadOnlyList<DirectiveDefinition> Directives { get; }

    /// <summary>The type of queries; null only in a partial schema that serves nothing.</summary>
    public ObjectType? Query { get; }

    /// <summary>The type of mutations, or null.</summary>
    public ObjectType? Mutation { get; }

    /// <summary>The type of subscriptions, or null.</summary>
    public ObjectType? Subscription { get; }

    /// <summary>The type of that name, or null.</summary>
    public NamedType? Type(string name) => _types.GetValueOrDefault(name);

    /// <summary>The directive of that name, or null.</summary>
    public DirectiveDefinition? Directive(string name) => _directives.GetValueOrDefault(name);

    /// <summary>The object types that a value of <paramref name="type"/> can have; one for an object type, none for a type without fields.</summary>
    public IReadOnlyList<ObjectType> PossibleTypes(NamedType type)
        => type is ObjectType single ? [single] : _possible.GetValueOrDefault(type) ?? [];

    /// <summary>Whether a value of <paramref name="type"/> can be a <paramref name="candidate"/>.</summary>
    public bool IsPossible(NamedType type, ObjectType candidate)
    {
        ArgumentNullException.ThrowIfNull(candidate);
        return ReferenceEquals(type, candidate) || (_possible.TryGetValue(type, out ObjectType[]? types) && types.Contains(candidate));
    }

    /// <summary>The schema in the schema language, built-in types and directives left out; ends with a line feed.</summary>
    public string ToSdl() => SchemaPrinter.Print(this);

    /// <summary>The type that a document refers to, or null when its name is unknown.</summary>
    internal GraphType? Resolve(TypeNode node) => node switch
    {
        ListTypeNode list => Resolve(list.Item) is { } item ? new ListType(item) : null,
        NonNullTypeNode nonNull => Resolve(nonNull.Inner) is { } inner ? new NonNullType(inner) : null,
        _ => Type(((NamedTypeNode)node).Name),
    };

    private ObjectType[] FindPossible(NamedType type) => type is UnionType union
        ? [.. union.Members]
        : [.. Types.OfType<ObjectType>().Where(candidate => candidate.Interfaces.Contains(type))];
}
