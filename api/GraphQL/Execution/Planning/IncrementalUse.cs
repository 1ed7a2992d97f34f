using ProdSales.GraphQL.Language.Syntax;
using ProdSales.GraphQL.Types.BuiltIn;

namespace ProdSales.GraphQL.Execution.Planning;

/// <summary>Where a document asks to be answered in parts.</summary>
internal static class IncrementalUse
{
    /// <summary>Whether it asks for that at all.</summary>
    public static bool In(DocumentNode document) => document.Definitions.Any(definition => definition switch
    {
        OperationNode operation => In(operation.SelectionSet),
        FragmentNode fragment => In(fragment.SelectionSet),
        _ => false,
    });

    /// <summary>Whether a directive asks for it.</summary>
    public static bool Is(DirectiveNode directive) => directive.Name.Value == BuiltIns.Defer.Name || directive.Name.Value == BuiltIns.Stream.Name;

    private static bool In(SelectionSetNode set) => Array.Exists(set.Selections, selection => Array.Exists(selection.Directives, Is) || selection switch
    {
        FieldNode { SelectionSet: { } below } => In(below),
        InlineFragmentNode inline => In(inline.SelectionSet),
        _ => false,
    });
}
