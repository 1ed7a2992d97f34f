using ProdSales.GraphQL.Language.Syntax;

namespace ProdSales.GraphQL.Validation.Operations;

/// <summary>The fields that an operation selects on its root type, fragments followed.</summary>
internal static class RootSelection
{
    /// <summary>The fields by their names in the response.</summary>
    public static OrderedDictionary<string, List<FieldNode>> Fields(ValidationContext context, OperationNode operation)
    {
        OrderedDictionary<string, List<FieldNode>> fields = new(StringComparer.Ordinal);
        VisitEach(context, operation.SelectionSet, new HashSet<string>(StringComparer.Ordinal), field =>
        {
            if (!fields.TryGetValue(field.ResponseName, out List<FieldNode>? nodes))
            {
                fields.Add(field.ResponseName, nodes = []);
            }

            nodes.Add(field);
        });
        return fields;
    }

    /// <summary>How many fields that are, those of one name in the response counted once.</summary>
    public static int Count(ValidationContext context, OperationNode operation)
    {
        HashSet<string> names = new(StringComparer.Ordinal);
        VisitEach(context, operation.SelectionSet, new HashSet<string>(StringComparer.Ordinal), field => names.Add(field.ResponseName));
        return names.Count;
    }

    private static void VisitEach(ValidationContext context, SelectionSetNode set, HashSet<string> visited, Action<FieldNode> visit)
    {
        foreach (SelectionNode selection in set.Selections)
        {
            switch (selection)
            {
                case FieldNode field:
                    visit(field);
                    break;
                case InlineFragmentNode inline:
                    VisitEach(context, inline.SelectionSet, visited, visit);
                    break;
                case FragmentSpreadNode spread when visited.Add(spread.Name.Value) && context.Fragment(spread.Name.Value) is { } fragment:
                    VisitEach(context, fragment.SelectionSet, visited, visit);
                    break;
            }
        }
    }
}
