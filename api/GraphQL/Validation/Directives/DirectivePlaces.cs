using ProdSales.GraphQL.Language;
using ProdSales.GraphQL.Language.Syntax;
using ProdSales.GraphQL.Validation.Walking;

namespace ProdSales.GraphQL.Validation.Directives;

/// <summary>The places of a document that can carry directives.</summary>
internal static class DirectivePlaces
{
    /// <summary>Calls <paramref name="visit"/> with the directives of every place and its name in the specification.</summary>
    public static void Visit(Visits visits, Action<ValidationContext, DirectiveNode[], string> visit)
    {
        visits.Enter<OperationNode>((context, operation) => visit(context, operation.Directives, operation.Kind switch
        {
            OperationKind.Query => DirectiveLocations.Query,
            OperationKind.Mutation => DirectiveLocations.Mutation,
            _ => DirectiveLocations.Subscription,
        }));
        visits.Enter<VariableDefinitionNode>((context, variable) => visit(context, variable.Directives, DirectiveLocations.VariableDefinition));
        visits.Enter<FragmentNode>((context, fragment) => visit(context, fragment.Directives, DirectiveLocations.FragmentDefinition));
        visits.Enter<FieldNode>((context, field) => visit(context, field.Directives, DirectiveLocations.Field));
        visits.Enter<FragmentSpreadNode>((context, spread) => visit(context, spread.Directives, DirectiveLocations.FragmentSpread));
        visits.Enter<InlineFragmentNode>((context, inline) => visit(context, inline.Directives, DirectiveLocations.InlineFragment));
    }
}
