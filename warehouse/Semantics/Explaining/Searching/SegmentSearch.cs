namespace ProdSales.Semantics;

/// <summary>Finds the few parts that moved otherwise than the rest.</summary>
/// <remarks>
/// Of all combinations of up to three members that with the clearest deviation is taken, if chance does not explain it; its rows are set aside, and the
/// search begins anew over what is left. Each further member of a combination must make it clearer by a twentieth. What counts as chance is
/// learnt from the parts that remain: the scatter of rows, and how far parts drift apart for no cause.
/// </remarks>
internal sealed class SegmentSearch(LeafTable table)
{
    private const int MostSegments = 5;
    private const double LongestChance = 0.01;
    private const double LengthPenalty = 0.95;

    /// <summary>How many parts were looked at in the first round.</summary>
    internal int Tested { get; private set; }

    internal List<FoundSegment> Find()
    {
        List<FoundSegment> found = [];
        IReadOnlyList<Leaf> leaves = table.Leaves;
        while (found.Count < MostSegments && Clearest(leaves) is { } best)
        {
            found.Add(best);
            leaves = [.. leaves.Where(leaf => !best.Candidate.Holds(leaf))];
        }

        return found;
    }

    private FoundSegment? Clearest(IReadOnlyList<Leaf> leaves)
    {
        (Candidate Candidate, Deviation Deviation)[] parts = Deviations(leaves);
        Tested = Math.Max(Tested, parts.Length);
        if (parts.Length == 0)
        {
            return null;
        }

        (Candidate best, Deviation deviation) = parts.MaxBy(part => Clarity(part.Candidate, part.Deviation));
        IReadOnlyList<Leaf> others = [.. leaves.Where(leaf => !best.Holds(leaf))];
        double drift = Scatter.Drift([.. Deviations(others).Select(part => part.Deviation)]);
        double score = deviation.Score(drift);
        double chance = Math.Min(1, NormalTail.TwoSided(score) * parts.Length);
        return chance <= LongestChance ? new FoundSegment(best, deviation.Excess, score, chance, [.. leaves.Where(best.Holds)]) : null;
    }

    private static double Clarity(Candidate candidate, Deviation deviation) =>
        Math.Round(Math.Abs(deviation.Score(0)) * Math.Pow(LengthPenalty, candidate.Dimensions.Length - 1), 9);

    private (Candidate Candidate, Deviation Deviation)[] Deviations(IReadOnlyList<Leaf> leaves)
    {
        Sides all = leaves.Aggregate(default(Sides), (sum, leaf) => sum + leaf.Sums);
        Scatter scatter = new(all, table.IsRatio);
        return
        [
            .. Combinations.Of(leaves, table.Dimensions.Count)
                .Select(candidate => (candidate, Deviation: Deviation.Of(candidate.Sums, all, table.Whole, scatter)))
                .Where(part => part.Deviation is not null)
                .Select(part => (part.candidate, part.Deviation!.Value)),
        ];
    }
}

/// <summary>A part that stands out.</summary>
/// <param name="Candidate">Its members and sums.</param>
/// <param name="Excess">How far it moved the whole beyond what it would have, had it moved as the rest did.</param>
/// <param name="Score">Its deviation over the standard error of it.</param>
/// <param name="Chance">The chance of such a score in any of the parts.</param>
/// <param name="Leaves">Its leaves.</param>
internal sealed record FoundSegment(Candidate Candidate, double Excess, double Score, double Chance, IReadOnlyList<Leaf> Leaves);
