namespace ProdSales.Semantics;

/// <summary>Rows summed by every combination of members of some dimensions that occurs.</summary>
/// <param name="Dimensions">Positions of the dimensions, the coarsest place of a key first.</param>
/// <param name="Keys">The combinations, ascending: members in mixed radix.</param>
/// <param name="Sums">What the rows of each sum to.</param>
internal sealed record CellTable(int[] Dimensions, long[] Keys, Tallies[] Sums)
{
    private const long MostPositions = 1 << 21;

    /// <summary>The same rows by fewer dimensions, or in another order of them.</summary>
    /// <param name="dimensions">Positions of the dimensions; each is one of this table, or has one member only.</param>
    /// <param name="sizes">Members of every dimension.</param>
    internal CellTable By(int[] dimensions, int[] sizes)
    {
        (long Divisor, long Size, long Factor)[] places = new (long, long, long)[dimensions.Length];
        long space = 1;
        for (int i = dimensions.Length - 1; i >= 0; i--)
        {
            int at = Array.IndexOf(Dimensions, dimensions[i]);
            long divisor = at < 0 ? 1 : Dimensions.Skip(at + 1).Aggregate(1L, (product, dimension) => product * sizes[dimension]);
            places[i] = (divisor, sizes[dimensions[i]], space);
            space *= sizes[dimensions[i]];
        }

        long[] keys = new long[Keys.Length];
        for (int i = 0; i < keys.Length; i++)
        {
            long key = 0;
            foreach ((long divisor, long size, long factor) in places)
            {
                key += Keys[i] / divisor % size * factor;
            }

            keys[i] = key;
        }

        return Of(dimensions, keys, Sums, space);
    }

    /// <summary>Sums rows that have the same key.</summary>
    /// <param name="dimensions">Positions of the dimensions.</param>
    /// <param name="keys">The key of each row.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="space">How many keys there can be.</param>
    internal static CellTable Of(int[] dimensions, long[] keys, Tallies[] rows, long space)
    {
        long[] distinct = Distinct(keys, space);
        Tallies[] sums = new Tallies[distinct.Length];
        int[]? positions = space <= MostPositions ? Positions(distinct, space) : null;
        for (int i = 0; i < rows.Length; i++)
        {
            sums[positions is null ? Array.BinarySearch(distinct, keys[i]) : positions[keys[i]]].Add(rows[i]);
        }

        return new CellTable(dimensions, distinct, sums);
    }

    private static long[] Distinct(long[] keys, long space)
    {
        List<long> distinct = [];
        if (space <= MostPositions)
        {
            bool[] isMet = new bool[space];
            foreach (long key in keys)
            {
                if (!isMet[key])
                {
                    isMet[key] = true;
                    distinct.Add(key);
                }
            }

            distinct.Sort();
            return [.. distinct];
        }

        long[] sorted = [.. keys];
        Array.Sort(sorted);
        foreach (long key in sorted)
        {
            if (distinct.Count == 0 || distinct[^1] != key)
            {
                distinct.Add(key);
            }
        }

        return [.. distinct];
    }

    private static int[] Positions(long[] distinct, long space)
    {
        int[] positions = new int[space];
        for (int i = 0; i < distinct.Length; i++)
        {
            positions[distinct[i]] = i;
        }

        return positions;
    }
}
