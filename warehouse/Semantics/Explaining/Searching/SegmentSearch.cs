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
    private readonly Tallies _whole = Tallies.Of(table.Whole);

    /// <summary>How many parts were looked at in the first round.</summary>
    internal int Tested { get; private set; }

    internal List<FoundSegment> Find(decimal change)
    {
        List<FoundSegment> found = [];
        IReadOnlyList<Leaf> leaves = table.Leaves;
        SearchRound round = Round(leaves);
        Tested = round.Parts.Count;
        while (found.Count < MostSegments && round.Clearest(Math.Abs((double)change)) is { } best)
        {
            // Drift only makes a score smaller: what chance brings without any needs no further look.
            int tried = round.Parts.Count;
            if (ChanceOf(best.Deviation.Score(default), tried) > LongestChance)
            {
                break;
            }

            ILookup<bool, Leaf> split = leaves.ToLookup(best.Candidate.Holds);
            leaves = [.. split[false]];
            round = Round(leaves);
            double score = best.Deviation.Score(round.Drift);
            double chance = ChanceOf(score, tried);
            if (chance > LongestChance)
            {
                break;
            }

            found.Add(new FoundSegment(best.Candidate, best.Deviation.Excess, score, chance, [.. split[true]]));
        }

        return found;
    }

    private static double ChanceOf(double score, int tried) => Math.Min(1, NormalTail.TwoSided(score) * tried);

    private SearchRound Round(IReadOnlyList<Leaf> leaves) => new(leaves, _sizes, _whole, table.IsRatio);
}

/// <summary>A part that stands out.</summary>
/// <param name="Candidate">Its members.</param>
/// <param name="Excess">How far it moved the whole beyond what it would have, had it moved as the rest did.</param>
/// <param name="Score">Its deviation over the standard error of it.</param>
/// <param name="Chance">The chance of such a score in any of the parts.</param>
/// <param name="Leaves">Its leaves.</param>
internal sealed record FoundSegment(Candidate Candidate, double Excess, double Score, double Chance, IReadOnlyList<Leaf> Leaves)
{
    /// <summary>What its rows sum to, exactly.</summary>
    internal Sides Sums { get; } = Leaves.Aggregate(default(Sides), (sum, leaf) => sum + leaf.Sums);
}
