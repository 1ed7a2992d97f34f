namespace ProdSales.Semantics;

/// <summary>Sums leaves by every combination of up to three dimensions.</summary>
internal static class Combinations
{
    /// <summary>Leaves times combinations that are summed at most; beyond it combinations get shorter.</summary>
    private const long Effort = 30_000_000;

    internal static List<Candidate> Of(IReadOnlyList<Leaf> leaves, int dimensions)
    {
        int[][] sets = [.. Sets(dimensions, 3)];
        for (int size = 2; size > 0 && (long)sets.Length * leaves.Count > Effort; size--)
        {
            sets = [.. sets.Where(set => set.Length <= size)];
        }

        return [.. sets.SelectMany(set => Summed(leaves, set))];
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

    private static IEnumerable<Candidate> Summed(IReadOnlyList<Leaf> leaves, int[] set)
    {
        Dictionary<(int, int, int), Sides> sums = [];
        foreach (Leaf leaf in leaves)
        {
            (int, int, int) key = (leaf.Members[set[0]], set.Length > 1 ? leaf.Members[set[1]] : 0, set.Length > 2 ? leaf.Members[set[2]] : 0);
            sums[key] = sums.TryGetValue(key, out Sides known) ? known + leaf.Sums : leaf.Sums;
        }

        return sums.Select(pair => new Candidate(set, ((int[])[pair.Key.Item1, pair.Key.Item2, pair.Key.Item3])[..set.Length], pair.Value));
    }
}
