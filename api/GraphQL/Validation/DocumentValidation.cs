using ProdSales.GraphQL.Execution;
using ProdSales.GraphQL.Language.Syntax;
using ProdSales.GraphQL.Types;
using ProdSales.GraphQL.Validation.Walking;

namespace ProdSales.GraphQL.Validation;

/// <summary>Checks documents against a schema (chapter 5 of the specification) and against the engine's limits.</summary>
internal static class DocumentValidation
{
    private static readonly DocumentWalk Limits = new(RuleSet.OfLimits);
    private static readonly DocumentWalk Specification = new(RuleSet.OfSpecification.Values);

    /// <summary>Looks at a document: why it is refused, or how large it is.</summary>
    public static ValidationContext Check(GraphQLSchema schema, DocumentNode document, EngineOptions options)
    {
        ValidationContext context = new(schema, document, options);
        Limits.Walk(context);
        if (context.Errors.Count == 0)
        {
            Specification.Walk(context);
        }

        return context;
    }

    /// <summary>Why a document is refused; empty for a valid one.</summary>
    public static IReadOnlyList<GraphQLError> Validate(GraphQLSchema schema, DocumentNode document, EngineOptions options) => Check(schema, document, options).Errors;

    /// <summary>Runs some rules together in one walk.</summary>
    public static IReadOnlyList<GraphQLError> Run(GraphQLSchema schema, DocumentNode document, EngineOptions options, IEnumerable<Action<Visits>> rules)
    {
        ValidationContext context = new(schema, document, options);
        new DocumentWalk(rules).Walk(context);
        return context.Errors;
    }
}
