using ProdSales.GraphQL.Language.Syntax;

namespace ProdSales.GraphQL.Execution.Planning;

/// <summary>The variables that decide through <c>@skip</c>, <c>@include</c>, <c>@defer</c> and <c>@stream</c> which fields a document selects, and when they are sent.</summary>
internal static class ConditionVariables
{
    public static IEnumerable<string> Of(DocumentNode document) => document.Definitions
        .SelectMany(definition => definition switch
        {
            OperationNode operation => In(operation.SelectionSet),
            FragmentNode fragment => In(fragment.SelectionSet),
            _ => [],
        })
        .Distinct(StringComparer.Ordinal);

    private static IEnumerable<string> In(SelectionSetNode set)
    {
        foreach (SelectionNode selection in set.Selections)
        {
            foreach (DirectiveNode directive in selection.Directives)
            {
                if (directive.Name.Value is "skip" or "include" or "defer" or "stream"
                    && Array.Find(directive.Arguments, argument => argument.Name.Value == "if")?.Value is VariableNode variable)
                {
                    yield return variable.Name;
                }
            }

            SelectionSetNode? nested = selection switch
            {
                FieldNode field => field.SelectionSet,
                InlineFragmentNode inline => inline.SelectionSet,
                _ => null,
            };
            foreach (string name in nested is null ? [] : In(nested))
            {
                yield return name;
            }
        }
    }
}
