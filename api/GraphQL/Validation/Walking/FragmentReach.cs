using ProdSales.GraphQL.Language.Syntax;

namespace ProdSales.GraphQL.Validation.Walking;

/// <summary>What a definition reaches through fragments; every definition is looked at once, however often it is asked for.</summary>
internal sealed class FragmentReach(ValidationContext context)
{
    private readonly Dictionary<DefinitionNode, IReadOnlyList<VariableUsage>> _usages = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<OperationNode, IReadOnlyList<VariableUsage>> _ofOperations = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<SelectionSetNode, IReadOnlyList<FragmentSpreadNode>> _spreads = new(ReferenceEqualityComparer.Instance);

    /// <summary>The fragments that an operation uses, each once, in the order they are met.</summary>
    public IEnumerable<FragmentNode> Fragments(OperationNode operation) => Fragments(operation.SelectionSet);

    /// <summary>The fragments that a selection set uses, each once, in the order they are met.</summary>
    public IEnumerable<FragmentNode> Fragments(SelectionSetNode root)
    {
        HashSet<string> known = new(StringComparer.Ordinal);
        Stack<SelectionSetNode> open = new([root]);
        while (open.TryPop(out SelectionSetNode? set))
        {
            foreach (FragmentSpreadNode spread in Spreads(set))
            {
                if (known.Add(spread.Name.Value) && context.Fragment(spread.Name.Value) is { } fragment)
                {
                    yield return fragment;
                    open.Push(fragment.SelectionSet);
                }
            }
        }
    }

    /// <summary>Every use of a variable in an operation and the fragments it uses.</summary>
    public IReadOnlyList<VariableUsage> Variables(OperationNode operation)
    {
        if (!_ofOperations.TryGetValue(operation, out IReadOnlyList<VariableUsage>? known))
        {
            _ofOperations[operation] = known = [.. Usages(operation), .. Fragments(operation).SelectMany(Usages)];
        }

        return known;
    }

    /// <summary>The spreads of a selection set and the selection sets below it.</summary>
    public IReadOnlyList<FragmentSpreadNode> Spreads(SelectionSetNode set)
    {
        if (_spreads.TryGetValue(set, out IReadOnlyList<FragmentSpreadNode>? known))
        {
            return known;
        }

        List<FragmentSpreadNode> spreads = [];
        Stack<SelectionSetNode> open = new([set]);
        while (open.TryPop(out SelectionSetNode? current))
        {
            foreach (SelectionNode selection in current.Selections)
            {
                switch (selection)
                {
                    case FragmentSpreadNode spread:
                        spreads.Add(spread);
                        break;
                    case FieldNode { SelectionSet: { } nested }:
                        open.Push(nested);
                        break;
                    case InlineFragmentNode inline:
                        open.Push(inline.SelectionSet);
                        break;
                }
            }
        }

        return _spreads[set] = spreads;
    }

    private IReadOnlyList<VariableUsage> Usages(DefinitionNode definition)
    {
        if (_usages.TryGetValue(definition, out IReadOnlyList<VariableUsage>? known))
        {
            return known;
        }

        List<VariableUsage> usages = [];
        TypeScope scope = new(context.Schema);
        Visits visits = new();
        visits.Enter<VariableNode>(variable => usages.Add(new VariableUsage(variable, scope.Input, scope.HasDefault, scope.ParentInput)));
        new DocumentWalk(context.Schema, scope, visits, () => false).Walk(definition);
        return _usages[definition] = usages;
    }
}
