using ProdSales.GraphQL.Language;
using ProdSales.GraphQL.Language.Syntax;
using ProdSales.GraphQL.Validation.Walking;

namespace ProdSales.GraphQL.Validation.Directives;

/// <summary>The places of a document that can carry directives.</summary>
internal static class DirectivePlaces
{
    /// <summary>Calls <paramref name="visit"/> with the directives of every place and its name in the specification.</summary>
    public static void Visit(Visits visits, Action<DirectiveNode[], string> visit)
    {
        visits.Enter<OperationNode>(operation => visit(operation.Directives, operation.Kind switch
        {
            OperationKind.Query => DirectiveLocations.Query,
            OperationKind.Mutation => DirectiveLocations.Mutation,
            _ => DirectiveLocations.Subscription,
        }));
        visits.Enter<VariableDefinitionNode>(variable => visit(variable.Directives, DirectiveLocations.VariableDefinition));
        visits.Enter<FragmentNode>(fragment => visit(fragment.Directives, DirectiveLocations.FragmentDefinition));
        visits.Enter<FieldNode>(field => visit(field.Directives, DirectiveLocations.Field));
        visits.Enter<FragmentSpreadNode>(spread => visit(spread.Directives, DirectiveLocations.FragmentSpread));
        visits.Enter<InlineFragmentNode>(inline => visit(inline.Directives, DirectiveLocations.InlineFragment));
    }
}
