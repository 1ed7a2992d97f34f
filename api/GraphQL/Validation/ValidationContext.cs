using ProdSales.GraphQL.Execution;
using ProdSales.GraphQL.Language.Syntax;
using ProdSales.GraphQL.Types;
using ProdSales.GraphQL.Validation.Limits;
using ProdSales.GraphQL.Validation.Walking;

namespace ProdSales.GraphQL.Validation;

/// <summary>What the rules share while one document is checked.</summary>
internal sealed class ValidationContext
{
    private readonly List<GraphQLError> _errors = [];
    private readonly Dictionary<string, FragmentNode> _fragments = new(StringComparer.Ordinal);

    private FragmentExpansion? _expansion;

    public ValidationContext(GraphQLSchema schema, DocumentNode document, EngineOptions options)
    {
        Schema = schema;
        Document = document;
        Options = options;
        Scope = new TypeScope(schema);
        foreach (FragmentNode fragment in document.Definitions.OfType<FragmentNode>())
        {
            _fragments[fragment.Name.Value] = fragment;
        }

        Reach = new FragmentReach(this);
    }

    public GraphQLSchema Schema { get; }

    public DocumentNode Document { get; }

    public EngineOptions Options { get; }

    /// <summary>The types at the place where the walk is.</summary>
    public TypeScope Scope { get; }

    /// <summary>Which fragments and variables an operation reaches.</summary>
    public FragmentReach Reach { get; }

    /// <summary>How large selections are once their fragments are written out.</summary>
    public FragmentExpansion Expansion => _expansion ??= new FragmentExpansion(this);

    public IReadOnlyList<GraphQLError> Errors => _errors;

    /// <summary>Whether so many errors were found that the rest is not worth looking for.</summary>
    public bool IsFull { get; private set; }

    public FragmentNode? Fragment(string name) => _fragments.GetValueOrDefault(name);

    /// <summary>What the rules of the present walk remember, each by its index; null where nothing is remembered yet.</summary>
    public object?[] Memories { get; set; } = [];

    /// <summary>Notes a broken rule with the places that it concerns.</summary>
    public void Report(string message, params IEnumerable<int> offsets) => Add(ErrorCodes.ValidationFailed, message, offsets);

    /// <summary>Notes an exceeded limit; the check ends.</summary>
    public void Exceed(string message, params IEnumerable<int> offsets)
    {
        Add(ErrorCodes.LimitExceeded, message, offsets);
        IsFull = true;
    }

    /// <summary>The names near a wrong one, as a sentence; empty where the schema is not to be told.</summary>
    public string Hint(string? what, string typed, Func<IEnumerable<string>> names)
        => Options.AllowsIntrospection ? Suggestions.DidYouMean(what, typed, names()) : string.Empty;

    private void Add(string code, string message, IEnumerable<int> offsets)
    {
        if (IsFull)
        {
            return;
        }

        if (_errors.Count >= Options.Limits.ValidationErrors)
        {
            IsFull = true;
            _errors.Add(new GraphQLError(ErrorCodes.LimitExceeded, "Too many validation errors, error limit reached. Validation aborted."));
            return;
        }

        _errors.Add(new GraphQLError(code, message) { Locations = Document.Source.LocationsOf(offsets) });
    }
}
