using ProdSales.GraphQL.Language.Syntax;

namespace ProdSales.GraphQL.Validation.Limits;

/// <summary>
/// How large and how deep selections are once their fragments are written out, without writing them out: every fragment is measured once.
/// A fragment that leads back to itself counts nothing there; another rule refuses it.
/// </summary>
internal sealed class FragmentExpansion
{
    private const long Most = int.MaxValue;

    private readonly ValidationContext _context;
    private readonly Dictionary<string, ExpandedSize> _measured = new(StringComparer.Ordinal);

    public FragmentExpansion(ValidationContext context)
    {
        _context = context;
        foreach (FragmentNode fragment in context.Document.Definitions.OfType<FragmentNode>())
        {
            MeasureFragments(fragment);
        }
    }

    /// <summary>How large a selection set is, its fragments written out.</summary>
    public ExpandedSize Measure(SelectionSetNode set)
    {
        (long fields, long visits, int depth) = (0, 0, 0);
        foreach (SelectionNode selection in set.Selections)
        {
            ExpandedSize below = selection switch
            {
                FieldNode { SelectionSet: { } nested } => Measure(nested),
                InlineFragmentNode inline => Measure(inline.SelectionSet),
                FragmentSpreadNode spread => _measured.GetValueOrDefault(spread.Name.Value),
                _ => default,
            };
            fields = Math.Min(Most, fields + below.Fields + (selection is FieldNode ? 1 : 0));
            visits = Math.Min(Most, visits + below.Visits + (selection is FragmentSpreadNode ? 1 : 0));
            depth = Math.Max(depth, below.Depth);
        }

        return new ExpandedSize(fields, visits, depth + 1);
    }

    /// <summary>Measures what a fragment leads to before the fragment itself, with a stack of its own.</summary>
    private void MeasureFragments(FragmentNode start)
    {
        HashSet<string> open = new(StringComparer.Ordinal);
        Stack<FragmentNode> stack = new([start]);
        while (stack.TryPeek(out FragmentNode? fragment))
        {
            bool isFirstVisit = open.Add(fragment.Name.Value);
            FragmentNode[] unmeasured = isFirstVisit && !_measured.ContainsKey(fragment.Name.Value)
                ? [.. _context.Reach.Spreads(fragment.SelectionSet)
                    .Where(spread => !open.Contains(spread.Name.Value) && !_measured.ContainsKey(spread.Name.Value))
                    .Select(spread => _context.Fragment(spread.Name.Value)).OfType<FragmentNode>().Distinct()]
                : [];
            foreach (FragmentNode next in unmeasured)
            {
                stack.Push(next);
            }

            if (unmeasured.Length == 0)
            {
                stack.Pop();
                _measured.TryAdd(fragment.Name.Value, Measure(fragment.SelectionSet));
            }
        }
    }
}
