namespace ProdSales.Semantics;

/// <summary>Some of the leaves.</summary>
/// <param name="Numbers">The number of each, by which it is found among those that were read.</param>
/// <param name="Members">The position of its member, for each dimension and each of them.</param>
/// <param name="Sums">What its rows sum to.</param>
internal sealed record LeafSet(int[] Numbers, int[][] Members, Tallies[] Sums)
{
    /// <summary>How many there are.</summary>
    internal int Count => Sums.Length;

    /// <summary>What all their rows sum to.</summary>
    internal Tallies Whole()
    {
        Tallies whole = default;
        foreach (ref readonly Tallies leaf in Sums.AsSpan())
        {
            whole.Add(leaf);
        }

        return whole;
    }

    /// <summary>Those at some places, in that order.</summary>
    internal LeafSet By(int[] places) => new(
        Array.ConvertAll(places, place => Numbers[place]),
        Array.ConvertAll(Members, positions => Array.ConvertAll(places, place => positions[place])),
        Array.ConvertAll(places, place => Sums[place]));

    /// <summary>The places of those that a part has.</summary>
    internal int[] Within(in Candidate part)
    {
        int[][] members = Array.ConvertAll(part.Dimensions, dimension => Members[dimension]);
        int[] asked = part.Members;
        List<int> places = [];
        for (int place = 0; place < Count; place++)
        {
            bool isHeld = true;
            for (int i = 0; i < asked.Length; i++)
            {
                isHeld &= members[i][place] == asked[i];
            }

            if (isHeld)
            {
                places.Add(place);
            }
        }

        return [.. places];
    }

    /// <summary>All but those at some places.</summary>
    /// <param name="places">The places, ascending.</param>
    internal LeafSet Without(int[] places)
    {
        bool[] isOut = new bool[Count];
        Array.ForEach(places, place => isOut[place] = true);
        return By([.. Enumerable.Range(0, Count).Where(place => !isOut[place])]);
    }
}
