namespace ProdSales.Semantics;

/// <summary>A part of the business that might stand out: the rows that one to three members have in common.</summary>
/// <param name="Dimensions">Positions of the dimensions.</param>
/// <param name="Members">Position of the member, for each of them.</param>
/// <param name="Sums">What its rows sum to.</param>
/// <param name="Stratum">Position of the dimension whose mix is held equal; null where none is.</param>
/// <param name="Strata">Its rows by the members of that dimension.</param>
internal sealed record Candidate(int[] Dimensions, int[] Members, Tallies Sums, int? Stratum, Stratum[] Strata)
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
        (int Member, Tallies Sums)[] rows = [.. leaves.Where(leaf => Holds(leaf) && !inner.Holds(leaf)).Select(leaf => (Stratum is { } at ? leaf.Members[at] : 0, Tallies.Of(leaf.Sums)))];
        Stratum[] strata = [.. rows.GroupBy(row => row.Member).Select(stratum => new Stratum(stratum.Key, Sum(stratum.Select(row => row.Sums))))];
        return this with { Sums = Sum(rows.Select(row => row.Sums)), Strata = Stratum is null ? [] : strata };
    }

    private static Tallies Sum(IEnumerable<Tallies> parts) => parts.Aggregate(default(Tallies), (sum, part) => sum + part);
}

/// <summary>The rows of a part that one member of another dimension has.</summary>
/// <param name="Member">Position of the member.</param>
/// <param name="Sums">What they sum to.</param>
internal readonly record struct Stratum(int Member, Tallies Sums);
