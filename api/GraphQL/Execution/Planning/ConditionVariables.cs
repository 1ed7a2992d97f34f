using ProdSales.GraphQL.Language.Syntax;

namespace ProdSales.GraphQL.Execution.Planning;

/// <summary>The variables that decide through <c>@skip</c>, <c>@include</c>, <c>@defer</c> and <c>@stream</c> which fields a document selects, and when they are sent.</summary>
internal static class ConditionVariables
{
    /// <summary>Their names, each once, in the order of the document.</summary>
    public static string[] Of(DocumentNode document)
    {
        List<string> names = [];
        foreach (DefinitionNode definition in document.Definitions)
        {
            switch (definition)
            {
                case OperationNode operation:
                    Add(operation.SelectionSet, names);
                    break;
                case FragmentNode fragment:
                    Add(fragment.SelectionSet, names);
                    break;
            }
        }

        return [.. names.Distinct(StringComparer.Ordinal)];
    }

    private static void Add(SelectionSetNode set, List<string> names)
    {
        foreach (SelectionNode selection in set.Selections)
        {
            foreach (DirectiveNode directive in selection.Directives)
            {
                if (directive.Name.Value is "skip" or "include" or "defer" or "stream"
                    && Array.Find(directive.Arguments, argument => argument.Name.Value == "if")?.Value is VariableNode variable)
                {
                    names.Add(variable.Name);
                }
            }

            switch (selection)
            {
                case FieldNode { SelectionSet: { } below }:
                    Add(below, names);
                    break;
                case InlineFragmentNode inline:
                    Add(inline.SelectionSet, names);
                    break;
            }
        }
    }
}
