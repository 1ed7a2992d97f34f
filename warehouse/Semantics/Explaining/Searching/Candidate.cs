namespace ProdSales.Semantics;

/// <summary>A part of the business that might stand out: the rows that one to three members have in common.</summary>
/// <param name="Dimensions">Positions of the dimensions.</param>
/// <param name="Members">Position of the member, for each of them.</param>
/// <param name="Sums">What its rows sum to.</param>
/// <param name="Stratum">Position of the dimension whose mix is held equal; null where none is.</param>
/// <param name="Strata">Its rows by the members of that dimension; empty where there is none.</param>
internal sealed record Candidate(int[] Dimensions, int[] Members, Tallies Sums, int? Stratum, Strata Strata)
{
    internal bool Holds(Leaf leaf)
    {
        for (int i = 0; i < Dimensions.Length; i++)
        {
            if (leaf.Members[Dimensions[i]] != Members[i])
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>What is left of it without another part's rows, in the same strata.</summary>
    /// <param name="inner">The other part.</param>
    /// <param name="leaves">All leaves.</param>
    internal Candidate Without(Candidate inner, IEnumerable<Leaf> leaves)
    {
        Tallies sums = default;
        SortedDictionary<int, Tallies> strata = [];
        foreach (Leaf leaf in leaves)
        {
            if (!Holds(leaf) || inner.Holds(leaf))
            {
                continue;
            }

            Tallies rows = Tallies.Of(leaf.Sums);
            sums.Add(rows);
            if (Stratum is { } at)
            {
                strata[leaf.Members[at]] = strata.GetValueOrDefault(leaf.Members[at]) + rows;
            }
        }

        return this with { Sums = sums, Strata = new(strata.Keys.ToArray(), strata.Values.ToArray()) };
    }
}

/// <summary>The rows of a part by the members of another dimension.</summary>
/// <param name="Members">Positions of the members, ascending.</param>
/// <param name="Sums">What the rows of each sum to.</param>
internal readonly record struct Strata(ReadOnlyMemory<int> Members, ReadOnlyMemory<Tallies> Sums);
