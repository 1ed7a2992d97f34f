using ProdSales.GraphQL.Language.Syntax;
using ProdSales.GraphQL.Types;

namespace ProdSales.GraphQL.Validation.Merging;

/// <summary>Says which fields of a refused document conflict, pair by pair as the reference implementation does; bounded by the allowed comparisons.</summary>
internal sealed class ConflictExplanation(ValidationContext context)
{
    private readonly FieldExpansion _expansion = new(context);
    private readonly HashSet<(int, int)> _reported = [];
    private int _comparisons;

    private bool IsExhausted => _comparisons > context.Options.Limits.FieldComparisons;

    /// <summary>Reports the conflicts among the fields of one selection set.</summary>
    public void Explain(SelectionScope set)
    {
        List<MergeField> fields = Expand(set);
        for (int left = 0; left < fields.Count; left++)
        {
            for (int right = left + 1; right < fields.Count && !IsExhausted && !context.IsFull; right++)
            {
                MergeField one = fields[left];
                MergeField other = fields[right];
                bool isOfOneFragment = one.Origin is not null && one.Origin == other.Origin;
                if (!isOfOneFragment && one.Node.ResponseName == other.Node.ResponseName && Conflict(one, other, areExclusive: false, 0) is { } conflict)
                {
                    Report(conflict);
                }
            }
        }
    }

    private void Report(MergeConflict conflict)
    {
        (FieldNode left, FieldNode right) = (conflict.Left[^1], conflict.Right[^1]);
        if (_reported.Add(left.Start < right.Start ? (left.Start, right.Start) : (right.Start, left.Start)))
        {
            context.Report(
                $"Fields \"{conflict.ResponseName}\" conflict because {conflict.Reason}. Use different aliases on the fields to fetch both if this was intentional.",
                conflict.Left.Concat(conflict.Right).Select(node => node.Start));
        }
    }

    private MergeConflict? Conflict(MergeField one, MergeField other, bool areExclusive, int depth)
    {
        _comparisons++;
        bool exclusive = areExclusive || MergeField.AreExclusive(one, other);
        string name = one.Node.ResponseName;
        string? reason = Reason(context.Schema, one, other, exclusive);
        if (reason is not null)
        {
            return new MergeConflict(name, reason, [one.Node], [other.Node]);
        }

        if (one.Node.SelectionSet is null || other.Node.SelectionSet is null || depth > context.Options.Limits.Depth)
        {
            return null;
        }

        List<MergeConflict> below = Between(one, other, exclusive, depth);
        return below.Count == 0 ? null : new MergeConflict(
            name,
            string.Join(" and ", below.Select(conflict => $"subfields \"{conflict.ResponseName}\" conflict because {conflict.Reason}")),
            [one.Node, .. below.SelectMany(conflict => conflict.Left)],
            [other.Node, .. below.SelectMany(conflict => conflict.Right)]);
    }

    private List<MergeConflict> Between(MergeField one, MergeField other, bool areExclusive, int depth)
    {
        List<MergeConflict> conflicts = [];
        ILookup<string, MergeField> right = Below(other).ToLookup(field => field.Node.ResponseName, StringComparer.Ordinal);
        foreach (MergeField left in Below(one).GroupBy(field => (field.Origin, field.Node.ResponseName)).SelectMany(same => same))
        {
            foreach (MergeField candidate in right[left.Node.ResponseName])
            {
                bool isOfOneFragment = left.Origin is not null && left.Origin == candidate.Origin;
                if (!isOfOneFragment && !IsExhausted && Conflict(left, candidate, areExclusive, depth + 1) is { } conflict)
                {
                    conflicts.Add(conflict);
                }
            }
        }

        return conflicts;
    }

    private List<MergeField> Below(MergeField field)
        => SelectionScope.Below([field]).Select(Expand).FirstOrDefault() ?? [];

    /// <summary>The fields of the set itself first, then those of its fragments.</summary>
    private List<MergeField> Expand(SelectionScope set) => [.. _expansion.Expand([set]).OrderBy(field => field.Origin is not null)];

    private static string? Reason(GraphQLSchema schema, MergeField one, MergeField other, bool areExclusive)
    {
        if (!areExclusive && one.Node.Name.Value != other.Node.Name.Value)
        {
            return $"\"{one.Node.Name}\" and \"{other.Node.Name}\" are different fields";
        }

        if (!areExclusive && !FieldEquality.HaveSameArguments(one.Node, other.Node))
        {
            return "they have differing arguments";
        }

        if (FieldEquality.DoStreamsOverlap(schema, one, other))
        {
            return FieldEquality.HaveSameStreams(one.Node, other.Node)
                ? "they have overlapping stream directives. See https://github.com/graphql/defer-stream-wg/discussions/100"
                : "they have overlapping stream directives";
        }

        return one.Definition?.Type is { } type && other.Definition?.Type is { } otherType && FieldEquality.DoTypesConflict(type, otherType)
            ? $"they return conflicting types \"{type}\" and \"{otherType}\""
            : null;
    }
}
