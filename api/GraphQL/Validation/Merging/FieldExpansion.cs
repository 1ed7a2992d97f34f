using ProdSales.GraphQL.Language.Syntax;
using ProdSales.GraphQL.Types;

namespace ProdSales.GraphQL.Validation.Merging;

/// <summary>Writes out the fields of selection sets with their fragments, each fragment once.</summary>
internal sealed class FieldExpansion(ValidationContext context)
{
    /// <summary>The fields of the sets in the order of the document, without recursion: fragments may chain as long as the document.</summary>
    public IReadOnlyList<MergeField> Expand(IEnumerable<SelectionScope> sets)
    {
        List<MergeField> fields = [];
        HashSet<string> visited = new(StringComparer.Ordinal);
        foreach (SelectionScope set in sets)
        {
            Stack<(SelectionScope Scope, string? Origin, int Next)> open = new();
            open.Push((set, null, 0));
            while (open.TryPop(out (SelectionScope Scope, string? Origin, int Next) current))
            {
                if (current.Next < current.Scope.Set.Selections.Length)
                {
                    open.Push(current with { Next = current.Next + 1 });
                    Visit(current.Scope.Set.Selections[current.Next], current.Scope.Parent, current.Origin, fields, visited, open);
                }
            }
        }

        return fields;
    }

    private void Visit(
        SelectionNode selection, NamedType? parent, string? origin, List<MergeField> fields, HashSet<string> visited, Stack<(SelectionScope Scope, string? Origin, int Next)> open)
    {
        switch (selection)
        {
            case FieldNode field:
                fields.Add(new MergeField(parent, field, (parent as FieldsType)?.Field(field.Name.Value), origin));
                break;
            case InlineFragmentNode inline:
                NamedType? type = inline.TypeCondition is { } condition ? context.Schema.Type(condition.Name) : parent;
                open.Push((new SelectionScope(type, inline.SelectionSet), origin, 0));
                break;
            case FragmentSpreadNode spread when visited.Add(spread.Name.Value) && context.Fragment(spread.Name.Value) is { } fragment:
                open.Push((new SelectionScope(context.Schema.Type(fragment.TypeCondition.Name), fragment.SelectionSet), fragment.Name.Value, 0));
                break;
        }
    }
}
