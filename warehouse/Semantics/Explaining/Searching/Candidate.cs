namespace ProdSales.Semantics;

/// <summary>A part of the business that might stand out: the rows that one to three members have in common.</summary>
/// <param name="Dimensions">Positions of the dimensions.</param>
/// <param name="Members">Position of the member, for each of them.</param>
/// <param name="Sums">What its rows sum to.</param>
internal sealed record Candidate(int[] Dimensions, int[] Members, Sides Sums)
{
    internal long Rows => Sums.Before.Rows + Sums.Now.Rows;

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
}
