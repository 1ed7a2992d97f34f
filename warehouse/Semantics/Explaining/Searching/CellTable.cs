using System.Buffers;

namespace ProdSales.Semantics;

/// <summary>Rows summed by every combination of members of some dimensions that occurs, in the order of their members.</summary>
/// <param name="Dimensions">Positions of the dimensions, the coarsest in the order first.</param>
/// <param name="Members">The position of its member, for each of these dimensions and each combination.</param>
/// <param name="Sums">What the rows of each sum to; there may be room for more.</param>
/// <param name="Count">How many combinations there are.</param>
internal sealed record CellTable(int[] Dimensions, int[][] Members, Tallies[] Sums, int Count)
{
    private const long MostPositions = 1 << 21;

    /// <summary>The same rows by fewer dimensions, or in another order of them; its sums are lent by the shared pool.</summary>
    /// <param name="dimensions">Positions of the dimensions; each is one of this table, or has one member only.</param>
    /// <param name="sizes">Members of every dimension.</param>
    internal CellTable By(int[] dimensions, int[] sizes)
    {
        int[][] members = Array.ConvertAll(dimensions, dimension => Array.IndexOf(Dimensions, dimension) is >= 0 and var at ? Members[at] : new int[Count]);
        int[] within = Array.ConvertAll(dimensions, dimension => sizes[dimension]);
        (int[] cells, int[] first) = within.Aggregate(1.0, (space, size) => space * size) <= MostPositions ? ByPosition(members, within) : BySorting(members);
        Tallies[] sums = ArrayPool<Tallies>.Shared.Rent(first.Length);
        Array.Clear(sums, 0, first.Length);
        for (int i = 0; i < cells.Length; i++)
        {
            sums[cells[i]].Add(Sums[i]);
        }

        return new CellTable(dimensions, Array.ConvertAll(members, positions => Array.ConvertAll(first, row => positions[row])), sums, first.Length);
    }

    // Both give the number of the combination of each row, and a row of each combination.
    private (int[] Cells, int[] First) ByPosition(int[][] members, int[] sizes)
    {
        int[] keys = new int[Count];
        int space = 1;
        for (int dimension = members.Length - 1; dimension >= 0; dimension--)
        {
            for (int i = 0; i < keys.Length; i++)
            {
                keys[i] += members[dimension][i] * space;
            }

            space *= sizes[dimension];
        }

        int[] numbers = new int[space];
        for (int i = 0; i < keys.Length; i++)
        {
            numbers[keys[i]] = i + 1;
        }

        List<int> first = [];
        for (int key = 0; key < numbers.Length; key++)
        {
            if (numbers[key] > 0)
            {
                first.Add(numbers[key] - 1);
                numbers[key] = first.Count - 1;
            }
        }

        return (Array.ConvertAll(keys, key => numbers[key]), [.. first]);
    }

    private (int[] Cells, int[] First) BySorting(int[][] members)
    {
        int[] order = [.. Enumerable.Range(0, Count)];
        int Compared(int one, int other)
        {
            foreach (int[] positions in members)
            {
                if (positions[one] != positions[other])
                {
                    return positions[one].CompareTo(positions[other]);
                }
            }

            return 0;
        }

        Array.Sort(order, Compared);
        int[] cells = new int[order.Length];
        List<int> first = [];
        for (int i = 0; i < order.Length; i++)
        {
            if (i == 0 || Compared(order[i - 1], order[i]) != 0)
            {
                first.Add(order[i]);
            }

            cells[order[i]] = first.Count - 1;
        }

        return (cells, [.. first]);
    }
}
