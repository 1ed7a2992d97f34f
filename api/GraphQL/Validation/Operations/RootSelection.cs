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

    /// <summary>How many fields that are, those of one name in the response counted once.</summary>
    public static int Count(ValidationContext context, OperationNode operation)
    {
        HashSet<string> names = new(StringComparer.Ordinal);
        HashSet<string> visited = new(StringComparer.Ordinal);
        AddNames(context, operation.SelectionSet, names, visited);
        return names.Count;
    }

    private static void AddNames(ValidationContext context, SelectionSetNode set, HashSet<string> names, HashSet<string> visited)
    {
        foreach (SelectionNode selection in set.Selections)
        {
            switch (selection)
            {
                case FieldNode field:
                    names.Add(field.ResponseName);
                    break;
                case InlineFragmentNode inline:
                    AddNames(context, inline.SelectionSet, names, visited);
                    break;
                case FragmentSpreadNode spread when visited.Add(spread.Name.Value) && context.Fragment(spread.Name.Value) is { } fragment:
                    AddNames(context, fragment.SelectionSet, names, visited);
                    break;
            }
        }
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
