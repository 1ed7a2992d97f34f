using ProdSales.GraphQL.Language.Syntax;
using ProdSales.GraphQL.Types;

namespace ProdSales.GraphQL.Validation.Merging;

/// <summary>Writes out the fields of selection sets with their fragments, each fragment once.</summary>
internal sealed class FieldExpansion(ValidationContext context)
{
    private readonly List<MergeField> _fields = [];
    private readonly HashSet<string> _visited = new(StringComparer.Ordinal);
    private readonly Stack<(SelectionScope Scope, string? Origin, int Next)> _open = new();

    /// <summary>The fields of the sets in the order of the document, without recursion: fragments may chain as long as the document.</summary>
    /// <returns>A list that holds until the next call.</returns>
    public IReadOnlyList<MergeField> Expand(IEnumerable<SelectionScope> sets)
    {
        _fields.Clear();
        _visited.Clear();
        foreach (SelectionScope set in sets)
        {
            _open.Push((set, null, 0));
            while (_open.TryPop(out (SelectionScope Scope, string? Origin, int Next) current))
            {
                if (current.Next < current.Scope.Set.Selections.Length)
                {
                    _open.Push(current with { Next = current.Next + 1 });
                    Visit(current.Scope.Set.Selections[current.Next], current.Scope.Parent, current.Origin);
                }
            }
        }

        return _fields;
    }

    private void Visit(SelectionNode selection, NamedType? parent, string? origin)
    {
        switch (selection)
        {
            case FieldNode field:
                _fields.Add(new MergeField(parent, field, (parent as FieldsType)?.Field(field.Name.Value), origin));
                break;
            case InlineFragmentNode inline:
                NamedType? type = inline.TypeCondition is { } condition ? context.Schema.Type(condition.Name) : parent;
                _open.Push((new SelectionScope(type, inline.SelectionSet), origin, 0));
                break;
            case FragmentSpreadNode spread when _visited.Add(spread.Name.Value) && context.Fragment(spread.Name.Value) is { } fragment:
                _open.Push((new SelectionScope(context.Schema.Type(fragment.TypeCondition.Name), fragment.SelectionSet), fragment.Name.Value, 0));
                break;
        }
    }
}
