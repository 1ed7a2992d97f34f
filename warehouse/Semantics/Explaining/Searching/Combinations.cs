namespace ProdSales.Semantics;

/// <summary>Sums leaves by every combination of up to three dimensions, each within the members of one more.</summary>
internal sealed class Combinations(Projections projections, int leaves, int[] sizes)
{
    /// <summary>Leaves times combinations that are summed at most; beyond it combinations get shorter.</summary>
    private const long Effort = 30_000_000;

    /// <summary>The sums of every member of a dimension, by position.</summary>
    internal Tallies[] ByMember(int dimension)
    {
        CellTable cells = projections.By([dimension]);
        Tallies[] sums = new Tallies[sizes[dimension]];
        for (int i = 0; i < cells.Count; i++)
        {
            sums[cells.Members[0][i]] = cells.Sums[i];
        }

        return sums;
    }

    /// <summary>Every combination that occurs in rows enough to say something.</summary>
    /// <param name="stratumOf">The position of the dimension that parts along a set are split by, or null.</param>
    internal IEnumerable<Candidate> All(Func<int[], int?> stratumOf)
    {
        int[][] sets = [.. Sets([.. Enumerable.Range(0, sizes.Length).Where(dimension => sizes[dimension] > 1)])];
        for (int size = 2; size > 0 && (long)sets.Length * leaves > Effort; size--)
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
        CellTable cells = projections.By(stratum is { } position ? [.. set, position] : set);
        for (int start = 0, end; start < cells.Count; start = end)
        {
            Tallies sums = default;
            for (end = start; end < cells.Count && IsOfOnePart(cells, set.Length, start, end); end++)
            {
                sums.Add(cells.Sums[end]);
            }

            if (!sums.IsTooSmall)
            {
                yield return new Candidate(set, cells, start, end, sums, stratum);
            }
        }
    }

    private static bool IsOfOnePart(CellTable cells, int length, int one, int other)
    {
        for (int i = 0; i < length; i++)
        {
            if (cells.Members[i][one] != cells.Members[i][other])
            {
                return false;
            }
        }

        return true;
    }
}
