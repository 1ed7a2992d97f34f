using ProdSales.GraphQL.Execution;
using ProdSales.GraphQL.Language.Syntax;
using ProdSales.GraphQL.Types;
using ProdSales.GraphQL.Validation.Walking;

namespace ProdSales.GraphQL.Validation;

/// <summary>Checks documents against a schema (chapter 5 of the specification) and against the engine's limits.</summary>
internal static class DocumentValidation
{
    /// <summary>Why a document is refused; empty for a valid one.</summary>
    public static IReadOnlyList<GraphQLError> Validate(GraphQLSchema schema, DocumentNode document, EngineOptions options)
    {
        IReadOnlyList<GraphQLError> exceeded = Run(schema, document, options, RuleSet.OfLimits);
        return exceeded.Count > 0 ? exceeded : Run(schema, document, options, RuleSet.OfSpecification.Values);
    }

    /// <summary>Runs some rules together in one walk.</summary>
    public static IReadOnlyList<GraphQLError> Run(
        GraphQLSchema schema, DocumentNode document, EngineOptions options, IEnumerable<Action<ValidationContext, Visits>> rules)
    {
        ValidationContext context = new(schema, document, options);
        Visits visits = new();
        foreach (Action<ValidationContext, Visits> rule in rules)
        {
            rule(context, visits);
        }

        new DocumentWalk(schema, context.Scope, visits, () => context.IsFull).Walk(document);
        return context.Errors;
    }
}
