using ProdSales.GraphQL.Execution.Coercion;
using ProdSales.GraphQL.Language.Syntax;
using ProdSales.GraphQL.Types;
using ProdSales.GraphQL.Types.BuiltIn;

namespace ProdSales.GraphQL.Execution.Planning;

/// <summary>Merges selections by response name (CollectFields in the specification, and in its proposal for <c>@defer</c>).</summary>
/// <param name="document">Where fragments and types are.</param>
/// <param name="type">The type of the value.</param>
/// <param name="conditions">The variables of conditions.</param>
/// <param name="mayDefer">Whether <c>@defer</c> counts; otherwise its fragments are like others.</param>
internal sealed class FieldCollection(PreparedDocument document, ObjectType type, VariableValues conditions, bool mayDefer)
{
    private readonly OrderedDictionary<string, List<FieldUse>> _fields = new(StringComparer.Ordinal);
    private readonly HashSet<string> _visited = new(StringComparer.Ordinal);
    private readonly List<DeferUsage> _newUsages = [];

    /// <summary>The fields by response name, in order.</summary>
    public IReadOnlyDictionary<string, List<FieldUse>> Fields => _fields;

    /// <summary>The <c>@defer</c>s that begin in these selections.</summary>
    public IReadOnlyList<DeferUsage> NewUsages => _newUsages;

    /// <summary>Adds the fields of one selection set.</summary>
    /// <param name="set">The set.</param>
    /// <param name="usage">The innermost <c>@defer</c> around it; null for none.</param>
    public void Add(SelectionSetNode set, DeferUsage? usage)
    {
        foreach (SelectionNode selection in set.Selections)
        {
            if (!Conditions.IsIncluded(selection.Directives, conditions))
            {
                continue;
            }

            switch (selection)
            {
                case FieldNode field:
                    if (!_fields.TryGetValue(field.ResponseName, out List<FieldUse>? uses))
                    {
                        _fields.Add(field.ResponseName, uses = []);
                    }

                    uses.Add(new FieldUse(field, usage));
                    break;
                case InlineFragmentNode inline when Applies(inline.TypeCondition):
                    Add(inline.SelectionSet, Begin(inline.Directives, usage) ?? usage);
                    break;
                case FragmentSpreadNode spread when document.Fragments.TryGetValue(spread.Name.Value, out FragmentNode? fragment)
                    && Applies(fragment.TypeCondition) && !_visited.Contains(fragment.Name.Value):
                    DeferUsage? begun = Begin(spread.Directives, usage);
                    if (begun is null)
                    {
                        _visited.Add(fragment.Name.Value);
                    }

                    Add(fragment.SelectionSet, begun ?? usage);
                    break;
            }
        }
    }

    /// <summary>The <c>@defer</c> among the directives of a fragment; null where there is none or it does not count.</summary>
    private DeferUsage? Begin(DirectiveNode[] directives, DeferUsage? around)
    {
        if (!mayDefer || Array.Find(directives, directive => directive.Name.Value == BuiltIns.Defer.Name) is not { } defer || !Conditions.Holds(defer, conditions))
        {
            return null;
        }

        string? label = (Array.Find(defer.Arguments, argument => argument.Name.Value == "label")?.Value as StringValueNode)?.Value;
        DeferUsage usage = new(label, around);
        _newUsages.Add(usage);
        return usage;
    }

    private bool Applies(NamedTypeNode? condition)
        => condition is null || condition.Name == type.Name
            || (document.Schema.Type(condition.Name) is { } named && document.Schema.IsPossible(named, type));
}
