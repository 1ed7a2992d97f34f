namespace ProdSales.Semantics;

/// <summary>All parts of the rows that are left, each held against the rest.</summary>
internal sealed class SearchRound
{
    private const double LengthPenalty = 0.95;
    private const double LeastShare = 0.05;
    private const double LeastNoise = 0.25;

    private readonly IReadOnlyList<Leaf> _leaves;
    private readonly Deviations _deviations;

    internal SearchRound(IReadOnlyList<Leaf> leaves, int[] sizes, Tallies whole, bool isRatio)
    {
        _leaves = leaves;
        Combinations combinations = new(leaves, sizes);
        Tallies[][] members = [.. Enumerable.Range(0, sizes.Length).Select(combinations.ByMember)];
        Scatter scatter = new(members, isRatio && leaves.Count > 0);
        _deviations = new Deviations(scatter, members, combinations.Whole(), whole);
        Parts =
        [
            .. combinations.All(scatter.StratumOf).Select(candidate => _deviations.Of(candidate) is { } deviation ? new SearchedPart(candidate, deviation) : null)
                .OfType<SearchedPart>(),
        ];
        Drift = Drift.Of([.. Parts.Select(part => part.Deviation)]);
    }

    internal IReadOnlyList<SearchedPart> Parts { get; }

    internal Drift Drift { get; }

    /// <summary>The clearest part, told as widely as what is added moved like it; null when no part moved the whole by enough to matter.</summary>
    internal SearchedPart? Clearest(double change)
    {
        double least = Math.Max(LeastShare * change, LeastNoise * _deviations.WholeError());
        SearchedPart[] material = [.. Parts.Where(part => Math.Abs(part.Deviation.Excess) >= least)];
        if (material.MaxBy(Clarity) is not { } best)
        {
            return null;
        }

        SearchedPart[] around = [.. Around(best, material)];
        while (Array.Find(around, wider => IsAlike(best, wider)) is { } wider)
        {
            best = wider;
            around = [.. Around(best, around)];
        }

        return best;
    }

    private double Clarity(SearchedPart part) => Math.Round(Math.Abs(part.Deviation.Score(Drift)) * Math.Pow(LengthPenalty, part.Candidate.Dimensions.Length - 1), 9);

    /// <summary>The parts that have all rows of a part, and fewer members or more rows; the narrowest first, of equal ones that of fewest members.</summary>
    private IEnumerable<SearchedPart> Around(SearchedPart inner, IEnumerable<SearchedPart> parts)
    {
        Leaf[] own = [.. _leaves.Where(inner.Candidate.Holds)];
        return parts
            .Where(part => Array.TrueForAll(own, part.Candidate.Holds)
                && (part.Candidate.Sums.Rows > inner.Candidate.Sums.Rows || part.Candidate.Dimensions.Length < inner.Candidate.Dimensions.Length))
            .OrderBy(part => part.Candidate.Sums.Rows).ThenBy(part => part.Candidate.Dimensions.Length);
    }

    /// <summary>Whether what a wider part adds moved more like the part than like the rest; rows too few to tell do.</summary>
    private bool IsAlike(SearchedPart part, SearchedPart wider)
    {
        if (_deviations.Of(wider.Candidate.Without(part.Candidate, _leaves), wider.Candidate) is not { } added
            || (added.IsOneSided && !part.Deviation.IsOneSided))
        {
            return true;
        }

        double own = part.Deviation.Own;
        double variance = added.Variance + Drift.Move;
        double apart = (added.Own - own) * (added.Own - own) / (variance + part.Deviation.Variance + Drift.Move);
        return apart < added.Own * added.Own / variance;
    }
}

/// <summary>A part and how far it moved otherwise than the rest.</summary>
/// <param name="Candidate">The part.</param>
/// <param name="Deviation">How far.</param>
internal sealed record SearchedPart(Candidate Candidate, Deviation Deviation);
