namespace ProdSales.Semantics;

/// <summary>A part of the business that might stand out: the rows that one to three members have in common.</summary>
/// <param name="Dimensions">Positions of the dimensions.</param>
/// <param name="Cells">A table by these dimensions and then by that of <paramref name="Stratum"/>.</param>
/// <param name="Start">Where in the table its rows begin.</param>
/// <param name="End">Where they end.</param>
/// <param name="Sums">What its rows sum to.</param>
/// <param name="Stratum">Position of the dimension whose mix is held equal; null where none is.</param>
internal readonly record struct Candidate(int[] Dimensions, CellTable Cells, int Start, int End, Tallies Sums, int? Stratum)
{
    /// <summary>Position of the member, for each of its dimensions.</summary>
    internal int[] Members
    {
        get
        {
            int[] members = new int[Dimensions.Length];
            for (int i = 0; i < members.Length; i++)
            {
                members[i] = Member(i);
            }

            return members;
        }
    }

    /// <summary>Its rows by the members of the stratum: positions of the members, ascending; empty where there is none.</summary>
    internal ReadOnlySpan<int> Strata => Stratum is null ? [] : Cells.Members[Dimensions.Length].AsSpan(Start, End - Start);

    /// <summary>What the rows of each of <see cref="Strata"/> sum to.</summary>
    internal ReadOnlySpan<Tallies> StrataSums => Stratum is null ? [] : Cells.Sums.AsSpan(Start, End - Start);

    /// <summary>Position of the member of one of its dimensions.</summary>
    internal int Member(int place) => Cells.Members[place][Start];

    /// <summary>What is left of it without another part's rows, in the same strata.</summary>
    /// <param name="inner">The other part.</param>
    /// <param name="leaves">All leaves.</param>
    /// <param name="sizes">Members of every dimension.</param>
    internal Candidate Without(in Candidate inner, LeafSet leaves, int[] sizes)
    {
        int[] own = leaves.Within(this);
        HashSet<int> taken = [.. leaves.Within(inner)];
        LeafSet rest = leaves.By(Array.FindAll(own, place => !taken.Contains(place)));
        int[] dimensions = Stratum is { } stratum ? [.. Dimensions, stratum] : Dimensions;
        CellTable cells = new CellTable(dimensions, Array.ConvertAll(dimensions, dimension => rest.Members[dimension]), rest.Sums, rest.Count).By(dimensions, sizes);
        return this with { Cells = cells, Start = 0, End = cells.Count, Sums = rest.Whole() };
    }
}
