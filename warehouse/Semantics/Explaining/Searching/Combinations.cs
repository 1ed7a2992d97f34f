using System.Runtime.InteropServices;

namespace ProdSales.Semantics;

/// <summary>Sums leaves by every combination of up to three dimensions, each within the members of one more.</summary>
internal sealed class Combinations
{
    /// <summary>Leaves times combinations that are summed at most; beyond it combinations get shorter.</summary>
    private const long Effort = 30_000_000;

    private readonly IReadOnlyList<Leaf> _leaves;
    private readonly Tallies[] _sums;
    private readonly int[] _sizes;

    internal Combinations(IReadOnlyList<Leaf> leaves, int[] sizes)
    {
        _leaves = leaves;
        _sums = [.. leaves.Select(leaf => Tallies.Of(leaf.Sums))];
        _sizes = sizes;
    }

    internal Tallies Whole() => _sums.Aggregate(default(Tallies), (sum, leaf) => sum + leaf);

    /// <summary>The sums of every member of a dimension, by position.</summary>
    internal Tallies[] ByMember(int dimension)
    {
        Tallies[] sums = new Tallies[_sizes[dimension]];
        for (int i = 0; i < _sums.Length; i++)
        {
            sums[_leaves[i].Members[dimension]] += _sums[i];
        }

        return sums;
    }

    /// <summary>Every combination that occurs in rows enough to say something.</summary>
    /// <param name="stratumOf">The position of the dimension that parts along a set are split by, or null.</param>
    internal IEnumerable<Candidate> All(Func<int[], int?> stratumOf)
    {
        int[][] sets = [.. Sets(_sizes.Length, 3)];
        for (int size = 2; size > 0 && (long)sets.Length * _leaves.Count > Effort; size--)
        {
            sets = [.. sets.Where(set => set.Length <= size)];
        }

        return sets.SelectMany(set => Of(set, stratumOf(set)));
    }

    private static IEnumerable<int[]> Sets(int dimensions, int most)
    {
        for (int first = 0; first < dimensions; first++)
        {
            yield return [first];
            for (int second = first + 1; second < dimensions && most > 1; second++)
            {
                yield return [first, second];
                for (int third = second + 1; third < dimensions && most > 2; third++)
                {
                    yield return [first, second, third];
                }
            }
        }
    }

    private IEnumerable<Candidate> Of(int[] set, int? stratum)
    {
        List<(long Key, Tallies Sums)> cells = Cells(stratum is { } position ? [.. set, position] : set);
        long within = stratum is { } split ? _sizes[split] : 1;
        for (int start = 0, end; start < cells.Count; start = end)
        {
            long part = cells[start].Key / within;
            Tallies sums = default;
            for (end = start; end < cells.Count && cells[end].Key / within == part; end++)
            {
                sums += cells[end].Sums;
            }

            if (sums.IsTooSmall)
            {
                continue;
            }

            Stratum[] strata = stratum is null ? [] : [.. cells[start..end].Select(cell => new Stratum((int)(cell.Key % within), cell.Sums))];
            yield return new Candidate(set, Members(set, part), sums, stratum, strata);
        }
    }

    /// <summary>The sums by the members of some dimensions, in the order of the members.</summary>
    private List<(long Key, Tallies Sums)> Cells(int[] dimensions)
    {
        Dictionary<long, Tallies> sums = [];
        for (int i = 0; i < _sums.Length; i++)
        {
            long key = 0;
            foreach (int dimension in dimensions)
            {
                key = (key * _sizes[dimension]) + _leaves[i].Members[dimension];
            }

            CollectionsMarshal.GetValueRefOrAddDefault(sums, key, out _) += _sums[i];
        }

        return [.. sums.OrderBy(pair => pair.Key).Select(pair => (pair.Key, pair.Value))];
    }

    private int[] Members(int[] set, long key)
    {
        int[] members = new int[set.Length];
        for (int i = set.Length - 1; i >= 0; i--)
        {
            (key, long member) = Math.DivRem(key, _sizes[set[i]]);
            members[i] = (int)member;
        }

        return members;
    }
}
