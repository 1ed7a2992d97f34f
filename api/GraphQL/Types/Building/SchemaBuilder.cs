using System.Diagnostics.CodeAnalysis;
using ProdSales.GraphQL.Language;
using ProdSales.GraphQL.Language.Parsing;
using ProdSales.GraphQL.Language.Syntax;
using ProdSales.GraphQL.Types.BuiltIn;
using ProdSales.GraphQL.Types.Introspection;
using ProdSales.GraphQL.Types.Sdl;

namespace ProdSales.GraphQL.Types.Building;

/// <summary>
/// Builds a schema: types are described in any order, by code, by text of the schema language, or both, and refer to each other by name.
/// Asking again for a type that exists returns it, so that text can define types and code attach their resolvers.
/// </summary>
public sealed class SchemaBuilder
{
    private readonly OrderedDictionary<string, TypeBuilder> _types = new(StringComparer.Ordinal);
    private readonly List<DirectiveBuilder> _directives = [];
    private readonly bool _isIntrospection;

    /// <summary>Starts an empty schema.</summary>
    public SchemaBuilder()
        : this(isIntrospection: false)
    {
    }

    internal SchemaBuilder(bool isIntrospection) => _isIntrospection = isIntrospection;

    internal string? Description { get; set; }

    internal string QueryName { get; set; } = "Query";

    internal string MutationName { get; set; } = "Mutation";

    internal string SubscriptionName { get; set; } = "Subscription";

    /// <summary>Says what the whole service is, as Markdown.</summary>
    public SchemaBuilder Describe(string? description)
    {
        Description = description;
        return this;
    }

    /// <summary>The object type of that name, added when it is new. The root types are called <c>Query</c>, <c>Mutation</c> and <c>Subscription</c>.</summary>
    /// <exception cref="ArgumentException">The name is that of another kind of type.</exception>
    public FieldsTypeBuilder Object(string name) => Find(name, () => new FieldsTypeBuilder(name, isInterface: false), found => !found.IsInterface);

    /// <summary>The interface of that name, added when it is new.</summary>
    /// <exception cref="ArgumentException">The name is that of another kind of type.</exception>
    public FieldsTypeBuilder Interface(string name) => Find(name, () => new FieldsTypeBuilder(name, isInterface: true), found => found.IsInterface);

    /// <summary>The union of that name, added when it is new.</summary>
    /// <exception cref="ArgumentException">The name is that of another kind of type.</exception>
    public UnionBuilder Union(string name) => Find(name, () => new UnionBuilder(name));

    /// <summary>The enum of that name, added when it is new.</summary>
    /// <exception cref="ArgumentException">The name is that of another kind of type.</exception>
    public EnumBuilder Enum(string name) => Find(name, () => new EnumBuilder(name));

    /// <summary>The input object of that name, added when it is new.</summary>
    /// <exception cref="ArgumentException">The name is that of another kind of type.</exception>
    public InputObjectBuilder Input(string name) => Find(name, () => new InputObjectBuilder(name));

    /// <summary>The scalar of that name, added when it is new. The five of the specification are always there.</summary>
    /// <exception cref="ArgumentException">The name is that of another kind of type.</exception>
    public ScalarBuilder Scalar(string name) => Find(name, () => new ScalarBuilder(name));

    /// <summary>Whether a type of that name has been described so far.</summary>
    public bool Has(string typeName) => _types.ContainsKey(typeName);

    /// <summary>Adds the definitions of a text in the schema language; extensions add to what is there.</summary>
    /// <exception cref="ArgumentException">The text is not a schema: our own mistake, since schemas do not come from callers.</exception>
    public SchemaBuilder AddSdl([StringSyntax("GraphQL")] string sdl)
    {
        (DocumentNode? document, GraphQLError? error) = DocumentParser.Parse(SourceText.Of(sdl), ParserLimits.Trusted);
        return AddSdl(document ?? throw new ArgumentException($"{error!.Message} ({error.Locations[0].Line}:{error.Locations[0].Column})", nameof(sdl)));
    }

    internal SchemaBuilder AddSdl(DocumentNode document)
    {
        new SdlReader(this).Read(document);
        return this;
    }

    internal IEnumerable<TypeBuilder> Types => _types.Values;

    internal void Add(DirectiveBuilder directive) => _directives.Add(directive);

    /// <summary>Checks the whole and makes the schema.</summary>
    /// <exception cref="SchemaException">Something does not fit together; all problems are listed.</exception>
    public GraphQLSchema Build()
    {
        (GraphQLSchema schema, List<string> problems) = Assemble();
        if (problems.Count == 0)
        {
            problems.AddRange(Checks.SchemaChecks.Check(schema));
        }

        return problems.Count == 0 ? schema : throw new SchemaException(problems);
    }

    /// <summary>Makes a schema that may serve nothing, for validating documents against it.</summary>
    internal (GraphQLSchema Schema, List<string> Problems) Assemble()
    {
        (NamedType[] types, TypeReferences references) = Link();
        DirectiveDefinition[] own = [.. _directives.Select(directive => directive.Build(references))];
        DirectiveDefinition[] directives = [.. own, .. BuiltIns.Directives.Where(builtIn => !Array.Exists(own, directive => directive.Name == builtIn.Name))];
        NamedType[] all = [.. TypeOrder.Of(types, directives).Where(type => !IntrospectionTypes.All.Contains(type)), .. IntrospectionTypes.All];
        references.Problems.AddRange(RootProblems());
        GraphQLSchema schema = new(Description, all, directives, Root(QueryName), Root(MutationName), Root(SubscriptionName));
        return (schema, references.Problems);
    }

    internal NamedType[] BuildTypes() => Link().Types;

    private (NamedType[] Types, TypeReferences References) Link()
    {
        Dictionary<string, NamedType> byName = BuiltIns.Scalars.ToDictionary(scalar => scalar.Name, scalar => (NamedType)scalar, StringComparer.Ordinal);
        foreach (NamedType type in _isIntrospection ? [] : IntrospectionTypes.All)
        {
            byName[type.Name] = type;
        }

        NamedType[] own = [.. _types.Values.Where(type => !byName.ContainsKey(type.Name)).Select(type => type.Declare())];
        foreach (NamedType type in own)
        {
            byName[type.Name] = type;
        }

        TypeReferences references = new(byName);
        foreach (TypeBuilder type in _types.Values.Where(type => type.Built is not null))
        {
            type.Complete(references);
        }

        return (own, references);
    }

    private IEnumerable<string> RootProblems() => new[] { ("Query", QueryName), ("Mutation", MutationName), ("Subscription", SubscriptionName) }
        .Where(root => Root(root.Item2) is null && (_types.ContainsKey(root.Item2) || Array.Exists(BuiltIns.Scalars, scalar => scalar.Name == root.Item2)))
        .Select(root => $"{root.Item1} root type must be Object type, it cannot be {root.Item2}.");

    private ObjectType? Root(string name) => _types.GetValueOrDefault(name)?.Built as ObjectType;

    private T Find<T>(string name, Func<T> create, Func<T, bool>? fits = null)
        where T : TypeBuilder
    {
        if (!_types.TryGetValue(name, out TypeBuilder? found))
        {
            _types.Add(name, found = create());
        }

        return found is T same && (fits is null || fits(same)) ? same : throw new ArgumentException($"Type \"{name}\" is defined as another kind of type.", nameof(name));
    }
}
