namespace ProdSales.Semantics;

/// <summary>Sums leaves by every combination of up to three dimensions, each within the members of one more.</summary>
internal sealed class Combinations(IReadOnlyList<Leaf> leaves, int[] sizes)
{
    /// <summary>Leaves times combinations that are summed at most; beyond it combinations get shorter.</summary>
    private const long Effort = 30_000_000;

    private readonly Projections _projections = new(leaves, sizes);

    internal Tallies Whole() => _projections.By([]).Sums is [var whole] ? whole : default;

    /// <summary>The sums of every member of a dimension, by position.</summary>
    internal Tallies[] ByMember(int dimension)
    {
        CellTable cells = _projections.By([dimension]);
        Tallies[] sums = new Tallies[sizes[dimension]];
        for (int i = 0; i < cells.Keys.Length; i++)
        {
            sums[cells.Keys[i]] = cells.Sums[i];
        }

        return sums;
    }

    /// <summary>Every combination that occurs in rows enough to say something.</summary>
    /// <param name="stratumOf">The position of the dimension that parts along a set are split by, or null.</param>
    internal IEnumerable<Candidate> All(Func<int[], int?> stratumOf)
    {
        int[][] sets = [.. Sets([.. Enumerable.Range(0, sizes.Length).Where(dimension => sizes[dimension] > 1)])];
        for (int size = 2; size > 0 && (long)sets.Length * leaves.Count > Effort; size--)
        {
            sets = [.. sets.Where(set => set.Length <= size)];
        }

        return sets.SelectMany(set => Of(set, stratumOf(set)));
    }

    // A dimension of one member parts nothing.
    private static IEnumerable<int[]> Sets(int[] dimensions)
    {
        for (int first = 0; first < dimensions.Length; first++)
        {
            yield return [dimensions[first]];
            for (int second = first + 1; second < dimensions.Length; second++)
            {
                yield return [dimensions[first], dimensions[second]];
                for (int third = second + 1; third < dimensions.Length; third++)
                {
                    yield return [dimensions[first], dimensions[second], dimensions[third]];
                }
            }
        }
    }

    private IEnumerable<Candidate> Of(int[] set, int? stratum)
    {
        CellTable cells = _projections.By(stratum is { } position ? [.. set, position] : set);
        long within = stratum is { } split ? sizes[split] : 1;
        int[] strata = [.. cells.Keys.Select(key => (int)(key % within))];
        for (int start = 0, end; start < strata.Length; start = end)
        {
            long part = cells.Keys[start] / within;
            Tallies sums = default;
            for (end = start; end < strata.Length && cells.Keys[end] / within == part; end++)
            {
                sums.Add(cells.Sums[end]);
            }

            if (!sums.IsTooSmall)
            {
                yield return new Candidate(set, Members(set, part), sums, stratum, stratum is null ? default : new(strata.AsMemory(start, end - start), cells.Sums.AsMemory(start, end - start)));
            }
        }
    }

    private int[] Members(int[] set, long key)
    {
        int[] members = new int[set.Length];
        for (int i = set.Length - 1; i >= 0; i--)
        {
            (key, long member) = Math.DivRem(key, sizes[set[i]]);
            members[i] = (int)member;
        }

        return members;
    }
}
