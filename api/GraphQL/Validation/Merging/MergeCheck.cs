using System.Globalization;
using ProdSales.GraphQL.Execution.Planning;
using ProdSales.GraphQL.Language.Syntax;
using ProdSales.GraphQL.Types;

namespace ProdSales.GraphQL.Validation.Merging;

/// <summary>
/// Whether all fields of a document can be merged, in near-linear time: fields are grouped by response name and every group compared with its first
/// member only; what lies below a group is merged into one set and checked once, however many ways lead to it.
/// </summary>
/// <remarks>
/// Two independent questions, as in the specification: do all fields of a name have the same shape, and are those that one value can have the
/// same field with the same arguments. Equality is transitive inside a group, which is what spares the pairs.
/// </remarks>
internal sealed class MergeCheck(ValidationContext context)
{
    private readonly FieldExpansion _expansion = new(context);
    private readonly Dictionary<string, MergeField> _firsts = new(StringComparer.Ordinal);
    private readonly HashSet<int> _aloneKnown = [];
    private readonly HashSet<string> _shapesKnown = new(StringComparer.Ordinal);
    private readonly HashSet<string> _mergesKnown = new(StringComparer.Ordinal);
    private readonly Queue<(SelectionScope[] Sets, Question Question)> _open = new();
    private int _work;

    private enum Question
    {
        Both,
        Shape,
        Merge,
    }

    /// <summary>How many fields have been looked at so far.</summary>
    public int Comparisons => _work;

    /// <summary>Whether a conflict was found, or null when the document needs more comparisons than allowed.</summary>
    public bool? HasConflict()
    {
        foreach (SelectionScope root in Roots())
        {
            EnqueueAlone(root);
        }

        while (_open.TryDequeue(out (SelectionScope[] Sets, Question Question) next))
        {
            IReadOnlyList<MergeField> fields = _expansion.Expand(next.Sets);
            _work += fields.Count;
            if (_work > context.Options.Limits.FieldComparisons)
            {
                return null;
            }

            if (next.Question == Question.Both && AreNamesUnique(fields))
            {
                EnqueueEachBelow(fields);
            }
            else if (fields.GroupBy(field => field.Node.ResponseName, StringComparer.Ordinal).Any(group => HasConflict([.. group], next.Question)))
            {
                return true;
            }
        }

        return false;
    }

    private bool HasConflict(MergeField[] group, Question question)
        => (question != Question.Merge && HasShapeConflict(group)) || (question != Question.Shape && HasMergeConflict(group));

    private bool AreNamesUnique(IReadOnlyList<MergeField> fields)
    {
        _firsts.Clear();
        foreach (MergeField field in fields)
        {
            if (!_firsts.TryAdd(field.Node.ResponseName, field))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>What lies below fields of different names: nothing there is merged with anything.</summary>
    private void EnqueueEachBelow(IReadOnlyList<MergeField> fields)
    {
        foreach (MergeField field in fields)
        {
            if (field.Node.SelectionSet is { } set)
            {
                EnqueueAlone(new SelectionScope(field.Definition?.Type.Named, set));
            }
        }
    }

    private void EnqueueAlone(SelectionScope set)
    {
        if (_aloneKnown.Add(set.Set.Start))
        {
            _open.Enqueue(([set], Question.Both));
        }
    }

    /// <summary>The operations, and the fragments that none of them reaches; what is reached is checked where it is spread.</summary>
    private IEnumerable<SelectionScope> Roots()
    {
        HashSet<FragmentNode> reached = new(ReferenceEqualityComparer.Instance);
        foreach (OperationNode operation in context.Document.Definitions.OfType<OperationNode>())
        {
            yield return new SelectionScope(OperationPlan.RootType(context.Schema, operation.Kind), operation.SelectionSet);
            reached.UnionWith(context.Reach.Fragments(operation.SelectionSet));
        }

        foreach (FragmentNode fragment in context.Document.Definitions.OfType<FragmentNode>().Where(reached.Add))
        {
            yield return new SelectionScope(context.Schema.Type(fragment.TypeCondition.Name), fragment.SelectionSet);
            reached.UnionWith(context.Reach.Fragments(fragment.SelectionSet));
        }
    }

    private bool HasShapeConflict(MergeField[] group)
    {
        if (group.Length > 1 && FieldEquality.DoStreamsOverlap(context.Schema, group))
        {
            return true;
        }

        GraphType? shape = null;
        foreach (MergeField field in group)
        {
            GraphType? type = field.Definition?.Type;
            if (shape is not null && type is not null && FieldEquality.DoTypesConflict(shape, type))
            {
                return true;
            }

            shape ??= type;
        }

        EnqueueBelow(group, isShape: true);
        return false;
    }

    private bool HasMergeConflict(MergeField[] group)
    {
        if (group.Length == 1)
        {
            EnqueueBelow(group, isShape: false);
            return false;
        }

        MergeField[] anywhere = Array.FindAll(group, field => field.Parent is not ObjectType);
        MergeField[][] byType = [.. group.Where(field => field.Parent is ObjectType).GroupBy(field => field.Parent).Select(same => same.ToArray())];
        if (byType.Length == 0)
        {
            return HasConflictAmong(anywhere);
        }

        _work += anywhere.Length * byType.Length;
        return Array.Exists(byType, same => HasConflictAmong([.. same, .. anywhere]));
    }

    private bool HasConflictAmong(MergeField[] fields)
    {
        FieldNode first = fields[0].Node;
        foreach (MergeField field in fields.AsSpan(1))
        {
            if (field.Node.Name.Value != first.Name.Value || !FieldEquality.HaveSameArguments(field.Node, first))
            {
                return true;
            }
        }

        EnqueueBelow(fields, isShape: false);
        return false;
    }

    private void EnqueueBelow(ReadOnlySpan<MergeField> fields, bool isShape)
    {
        List<SelectionScope>? below = null;
        HashSet<int>? known = null;
        foreach (MergeField field in fields)
        {
            if (field.Node.SelectionSet is { } set && (known ??= []).Add(set.Start))
            {
                (below ??= []).Add(new SelectionScope(field.Definition?.Type.Named, set));
            }
        }

        if (below is not null)
        {
            Enqueue([.. below], isShape);
        }
    }

    /// <summary>Takes up a merged set unless it was checked before, by whatever way it was reached.</summary>
    private void Enqueue(SelectionScope[] sets, bool isShape)
    {
        if (sets.Length == 1)
        {
            EnqueueAlone(sets[0]);
            return;
        }

        string key = string.Join(',', sets.Select(set => set.Set.Start).Order().Select(start => start.ToString(CultureInfo.InvariantCulture)));
        if ((isShape ? _shapesKnown : _mergesKnown).Add(key))
        {
            _open.Enqueue((sets, isShape ? Question.Shape : Question.Merge));
        }
    }
}
