using ProdSales.GraphQL.Language.Syntax;
using ProdSales.GraphQL.Types;

namespace ProdSales.GraphQL.Validation.Sdl;

/// <summary>What the rules about the schema language share while one document is checked.</summary>
/// <param name="existing">The schema that the document extends; null for a document that is a schema by itself.</param>
/// <param name="document">The document.</param>
internal sealed class SdlContext(GraphQLSchema? existing, DocumentNode document)
{
    private readonly List<GraphQLError> _errors = [];

    public GraphQLSchema? Existing => existing;

    /// <summary>The definitions of the schema language in the document; operations and fragments are left out.</summary>
    public TypeSystemNode[] Definitions { get; } = [.. document.Definitions.OfType<TypeSystemNode>()];

    /// <summary>The definitions and extensions of named types.</summary>
    public IEnumerable<TypeDefinitionNode> Types => Definitions.OfType<TypeDefinitionNode>();

    public IReadOnlyList<GraphQLError> Errors => _errors;

    /// <summary>Notes a broken rule with the places that it concerns.</summary>
    public void Report(string message, params IEnumerable<int> offsets)
        => _errors.Add(new GraphQLError(ErrorCodes.ValidationFailed, message) { Locations = [.. offsets.Select(document.Source.LocationOf)] });
}
