using ProdSales.GraphQL.Language.Syntax;

namespace ProdSales.GraphQL.Validation.Walking;

/// <summary>What a definition reaches through fragments; every definition is looked at once, however often it is asked for.</summary>
internal sealed class FragmentReach(ValidationContext context)
{
    private static readonly DocumentWalk UsageWalk = new([visits => visits.Enter<VariableNode>((context, variable) => context.Reach.Note(variable))]);

    private readonly Dictionary<DefinitionNode, IReadOnlyList<VariableUsage>> _usages = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<OperationNode, IReadOnlyList<VariableUsage>> _ofOperations = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<OperationNode, Dictionary<string, VariableDefinitionNode>> _definitions = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<SelectionSetNode, IReadOnlyList<FragmentSpreadNode>> _spreads = new(ReferenceEqualityComparer.Instance);

    private TypeScope _scope = new(context.Schema);
    private List<VariableUsage> _met = [];

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
            List<VariableUsage> usages = [.. Usages(operation)];
            foreach (FragmentNode fragment in Fragments(operation))
            {
                usages.AddRange(Usages(fragment));
            }

            _ofOperations[operation] = known = usages;
        }

        return known;
    }

    /// <summary>The variables that an operation defines; of several of one name the last.</summary>
    public IReadOnlyDictionary<string, VariableDefinitionNode> Definitions(OperationNode operation)
    {
        if (!_definitions.TryGetValue(operation, out Dictionary<string, VariableDefinitionNode>? known))
        {
            _definitions[operation] = known = new(StringComparer.Ordinal);
            foreach (VariableDefinitionNode variable in operation.Variables)
            {
                known[variable.Variable.Name] = variable;
            }
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

    internal void Note(VariableNode variable) => _met.Add(new VariableUsage(variable, _scope.Input, _scope.HasDefault, _scope.ParentInput));

    private IReadOnlyList<VariableUsage> Usages(DefinitionNode definition)
    {
        if (_usages.TryGetValue(definition, out IReadOnlyList<VariableUsage>? known))
        {
            return known;
        }

        _scope = new TypeScope(context.Schema);
        _met = [];
        UsageWalk.Walk(context, _scope, definition);
        return _usages[definition] = _met;
    }
}
