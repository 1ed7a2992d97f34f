using ProdSales.GraphQL.Language.Syntax;

namespace ProdSales.GraphQL.Validation.Operations;

/// <summary>The fields that an operation selects on its root type, fragments followed.</summary>
internal static class RootSelection
{
    public static OrderedDictionary<string, List<FieldNode>> Fields(ValidationContext context, OperationNode operation)
    {
        OrderedDictionary<string, List<FieldNode>> fields = new(StringComparer.Ordinal);
        Collect(context, operation.SelectionSet, fields, []);
        return fields;
    }

    private static void Collect(ValidationContext context, SelectionSetNode set, OrderedDictionary<string, List<FieldNode>> fields, HashSet<string> visited)
    {
        foreach (SelectionNode selection in set.Selections)
        {
            switch (selection)
            {
                case FieldNode field:
                    if (!fields.TryGetValue(field.ResponseName, out List<FieldNode>? nodes))
                    {
                        fields.Add(field.ResponseName, nodes = []);
                    }

                    nodes.Add(field);
                    break;
                case InlineFragmentNode inline:
                    Collect(context, inline.SelectionSet, fields, visited);
                    break;
                case FragmentSpreadNode spread when visited.Add(spread.Name.Value) && context.Fragment(spread.Name.Value) is { } fragment:
                    Collect(context, fragment.SelectionSet, fields, visited);
                    break;
            }
        }
    }
}
