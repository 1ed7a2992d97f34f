namespace ProdSales.Semantics;

/// <summary>Finds the few parts that moved otherwise than the rest.</summary>
/// <remarks>
/// Of all combinations of up to three members that with the clearest deviation is taken, if chance does not explain it; its rows are set aside, and the
/// search begins anew over what is left. A wider part that holds it is told in its place while that is nearly as clear. Parts that moved the whole by less than a twentieth of its change are passed over, and each further member
/// of a combination must make it clearer by a twentieth. What counts as chance is
/// learnt from the parts that remain: the scatter of rows, and how far parts drift apart for no cause.
/// </remarks>
internal sealed class SegmentSearch(LeafTable table)
{
    private const int MostSegments = 5;
    private const double LongestChance = 0.01;
    private const double LengthPenalty = 0.95;
    private const double LeastShare = 0.05;
    private const double Wideness = 0.85;

    /// <summary>How many parts were looked at in the first round.</summary>
    internal int Tested { get; private set; }

    internal List<FoundSegment> Find(decimal change)
    {
        List<FoundSegment> found = [];
        IReadOnlyList<Leaf> leaves = table.Leaves;
        Part[] parts = Parts(leaves);
        Tested = parts.Length;
        while (found.Count < MostSegments && Clearest(parts, leaves, change) is { } best)
        {
            ILookup<bool, Leaf> split = leaves.ToLookup(best.Candidate.Holds);
            leaves = [.. split[false]];
            int tried = parts.Length;
            parts = Parts(leaves);
            double score = best.Deviation.Score(DriftOf(parts));
            double chance = Math.Min(1, NormalTail.TwoSided(score) * tried);
            if (chance > LongestChance)
            {
                break;
            }

            found.Add(new FoundSegment(best.Candidate, best.Deviation.Excess, score, chance, [.. split[true]]));
        }

        return found;
    }

    /// <summary>The clearest part, told as widely as it can be while it stays nearly as clear.</summary>
    private static Part? Clearest(Part[] parts, IReadOnlyList<Leaf> leaves, decimal change)
    {
        Drift drift = DriftOf(parts);
        double Clarity(Part part) => Math.Round(Math.Abs(part.Deviation.Score(drift)) * Math.Pow(LengthPenalty, part.Candidate.Dimensions.Length - 1), 9);
        Part[] material = [.. parts.Where(part => Math.Abs(part.Deviation.Excess) >= LeastShare * Math.Abs((double)change))];
        if (material.MaxBy(Clarity) is not { } best)
        {
            return null;
        }

        double enough = Wideness * Clarity(best);
        Leaf[] own = [.. leaves.Where(best.Candidate.Holds)];
        return material.Where(part => Clarity(part) >= enough && Array.TrueForAll(own, part.Candidate.Holds))
            .MaxBy(part => (part.Candidate.Rows, -part.Candidate.Dimensions.Length));
    }

    private static Drift DriftOf(IEnumerable<Part> parts) => Drift.Of([.. parts.Select(part => part.Deviation)]);

    private Part[] Parts(IReadOnlyList<Leaf> leaves)
    {
        Sides all = leaves.Aggregate(default(Sides), (sum, leaf) => sum + leaf.Sums);
        List<Candidate> candidates = Combinations.Of(leaves, table.Dimensions.Count);
        if (candidates.Count == 0)
        {
            return [];
        }

        Scatter scatter = new(
            [.. candidates.Where(candidate => candidate.Dimensions.Length == 1).GroupBy(candidate => candidate.Dimensions[0], candidate => candidate.Sums).Select(group => group.ToArray())],
            table.IsRatio);
        return
        [
            .. candidates.Select(candidate => Deviation.Of(candidate.Sums, all, table.Whole, scatter) is { } deviation ? new Part(candidate, deviation) : null)
                .OfType<Part>(),
        ];
    }

    private sealed record Part(Candidate Candidate, Deviation Deviation);
}

/// <summary>A part that stands out.</summary>
/// <param name="Candidate">Its members and sums.</param>
/// <param name="Excess">How far it moved the whole beyond what it would have, had it moved as the rest did.</param>
/// <param name="Score">Its deviation over the standard error of it.</param>
/// <param name="Chance">The chance of such a score in any of the parts.</param>
/// <param name="Leaves">Its leaves.</param>
internal sealed record FoundSegment(Candidate Candidate, double Excess, double Score, double Chance, IReadOnlyList<Leaf> Leaves);
