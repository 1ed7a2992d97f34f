namespace ProdSales.Semantics;

/// <summary>Finds the few parts that moved otherwise than the rest.</summary>
/// <remarks>
/// Of all combinations of up to three members that with the clearest deviation is taken, and widened while what is added moved more like it than like the
/// rest. It is told if chance does not explain it; its rows are set aside, and the search begins anew over what is left. Parts that moved the whole by less than
/// a twentieth of its change, or by less than the scatter of all rows moves it, are passed over, and each further member of a combination must make it clearer
/// by a twentieth. What counts as chance is learnt from the parts that remain: the scatter of rows, and how far parts drift apart for no cause.
/// </remarks>
internal sealed class SegmentSearch(LeafTable table)
{
    private const int MostSegments = 5;
    private const double LongestChance = 0.01;

    private readonly int[] _sizes = [.. table.Members.Select(members => members.Count)];
    private readonly Tallies _whole = table.Leaves.Whole();

    /// <summary>How many parts were looked at in the first round.</summary>
    internal int Tested { get; private set; }

    internal List<FoundSegment> Find(decimal change)
    {
        List<FoundSegment> found = [];
        LeafSet leaves = table.Leaves;
        double size = Math.Abs((double)change);
        SearchRound round = Round(leaves, size);
        try
        {
            Tested = round.Tested;
            while (found.Count < MostSegments && round.Clearest() is { } best)
            {
                // Drift only makes a score smaller: what chance brings without any needs no further look.
                int tried = round.Tested;
                if (ChanceOf(best.Deviation.Score(default), tried) > LongestChance)
                {
                    break;
                }

                int[] own = leaves.Within(best.Candidate);
                LeafSet taken = leaves.By(own);
                leaves = leaves.Without(own);
                round.Dispose();
                round = Round(leaves, size);
                double score = best.Deviation.Score(round.Drift);
                double chance = ChanceOf(score, tried);
                if (chance > LongestChance)
                {
                    break;
                }

                found.Add(new FoundSegment(best.Candidate.Dimensions, best.Candidate.Members, best.Deviation.Excess, score, chance, taken, table.Exact(taken)));
            }

            return found;
        }
        finally
        {
            round.Dispose();
        }
    }

    private static double ChanceOf(double score, int tried) => Math.Min(1, NormalTail.TwoSided(score) * tried);

    private SearchRound Round(LeafSet leaves, double change) => new(leaves, _sizes, _whole, table.IsRatio, change);
}

/// <summary>A part that stands out.</summary>
/// <param name="Dimensions">Positions of its dimensions.</param>
/// <param name="Members">Position of the member, for each of them.</param>
/// <param name="Excess">How far it moved the whole beyond what it would have, had it moved as the rest did.</param>
/// <param name="Score">Its deviation over the standard error of it.</param>
/// <param name="Chance">The chance of such a score in any of the parts.</param>
/// <param name="Leaves">Its leaves.</param>
/// <param name="Exact">What the rows of each of them sum to, exactly.</param>
internal sealed record FoundSegment(int[] Dimensions, int[] Members, double Excess, double Score, double Chance, LeafSet Leaves, Sides[] Exact)
{
    /// <summary>What its rows sum to, exactly.</summary>
    internal Sides Sums { get; } = Exact.Aggregate(default(Sides), (sum, leaf) => sum + leaf);
}
