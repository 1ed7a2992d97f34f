using ProdSales.GraphQL.Language.Syntax;
using ProdSales.GraphQL.Validation.Walking;

namespace ProdSales.GraphQL.Validation.Fragments;

/// <summary>Fragments must not lead back to themselves (chapter 5.5.2.2 of the specification).</summary>
internal sealed class FragmentCycles
{
    private readonly ValidationContext _context;
    private readonly HashSet<string> _finished = new(StringComparer.Ordinal);

    private FragmentCycles(ValidationContext context) => _context = context;

    public static void NoFragmentCycles(Visits visits)
    {
        RuleMemory<FragmentCycles> search = visits.Remember(context => new FragmentCycles(context));
        visits.Enter<FragmentNode>((context, fragment) => search.Of(context).Search(fragment));
    }

    /// <summary>Depth first with a stack of its own: a chain may be as long as the document.</summary>
    private void Search(FragmentNode start)
    {
        if (!_finished.Add(start.Name.Value))
        {
            return;
        }

        List<FragmentSpreadNode> path = [];
        Dictionary<string, int> open = new(StringComparer.Ordinal) { [start.Name.Value] = 0 };
        Stack<(FragmentNode Fragment, IEnumerator<FragmentSpreadNode> Spreads)> stack = new();
        stack.Push((start, Spreads(start)));
        while (stack.TryPeek(out (FragmentNode Fragment, IEnumerator<FragmentSpreadNode> Spreads) current))
        {
            if (!current.Spreads.MoveNext())
            {
                stack.Pop();
                open.Remove(current.Fragment.Name.Value);
                if (path.Count > 0)
                {
                    path.RemoveAt(path.Count - 1);
                }

                continue;
            }

            FragmentSpreadNode spread = current.Spreads.Current;
            if (open.TryGetValue(spread.Name.Value, out int depth))
            {
                Report([.. path[depth..], spread]);
            }
            else if (_context.Fragment(spread.Name.Value) is { } next && _finished.Add(next.Name.Value))
            {
                path.Add(spread);
                open[next.Name.Value] = path.Count;
                stack.Push((next, Spreads(next)));
            }
        }
    }

    private IEnumerator<FragmentSpreadNode> Spreads(FragmentNode fragment) => _context.Reach.Spreads(fragment.SelectionSet).GetEnumerator();

    private void Report(FragmentSpreadNode[] cycle)
    {
        string via = string.Join(", ", cycle[..^1].Select(spread => $"\"{spread.Name}\""));
        _context.Report(
            $"Cannot spread fragment \"{cycle[^1].Name}\" within itself{(via.Length == 0 ? string.Empty : " via " + via)}.",
            cycle.Select(spread => spread.Start));
    }
}
