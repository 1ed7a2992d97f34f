namespace ProdSales.Semantics;

/// <summary>All parts of the rows that are left, each held against the rest.</summary>
internal sealed class SearchRound : IDisposable
{
    private const double LengthPenalty = 0.95;
    private const double LeastShare = 0.05;
    private const double LeastNoise = 0.25;

    private readonly LeafSet _leaves;
    private readonly int[] _sizes;
    private readonly Projections _projections;
    private readonly Deviations _deviations;
    private readonly List<SearchedPart> _material = [];

    /// <summary>Looks at all parts.</summary>
    /// <param name="leaves">The leaves of the rows that are left.</param>
    /// <param name="sizes">Members of every dimension.</param>
    /// <param name="whole">The sums of all rows.</param>
    /// <param name="isRatio">Whether the measure is one sum over another.</param>
    /// <param name="change">By how much the whole changed, either way.</param>
    internal SearchRound(LeafSet leaves, int[] sizes, in Tallies whole, bool isRatio, double change)
    {
        _leaves = leaves;
        _sizes = sizes;
        _projections = new Projections(leaves, sizes);
        Combinations combinations = new(_projections, leaves.Count, sizes);
        Tallies[][] members = [.. Enumerable.Range(0, sizes.Length).Select(combinations.ByMember)];
        Scatter scatter = new(members, isRatio && leaves.Count > 0);
        _deviations = new Deviations(scatter, members, leaves.Whole(), whole);
        double least = Math.Max(LeastShare * change, LeastNoise * _deviations.WholeError());
        List<Deviation> deviations = [];
        foreach (Candidate part in combinations.All(scatter.StratumOf))
        {
            if (_deviations.Of(part) is { } deviation)
            {
                deviations.Add(deviation);
                if (Math.Abs(deviation.Excess) >= least)
                {
                    _material.Add(new SearchedPart(part, deviation));
                }
            }
        }

        Tested = deviations.Count;
        Drift = Drift.Of(deviations);
    }

    /// <summary>How many parts could be held against the rest.</summary>
    internal int Tested { get; }

    internal Drift Drift { get; }

    /// <inheritdoc/>
    public void Dispose() => _projections.Dispose();

    /// <summary>The clearest part, told as widely as what is added moved like it; null when no part moved the whole by enough to matter.</summary>
    internal SearchedPart? Clearest()
    {
        if (_material.MaxBy(Clarity) is not { } best)
        {
            return null;
        }

        SearchedPart[] around = [.. Around(best, _material)];
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
        int[] own = _leaves.Within(inner.Candidate);
        int?[] shared = Array.ConvertAll(_leaves.Members, positions => Array.TrueForAll(own, place => positions[place] == positions[own[0]]) ? positions[own[0]] : (int?)null);
        return parts
            .Where(part => part.Candidate.Dimensions.Index().All(of => shared[of.Item] == part.Candidate.Member(of.Index))
                && (part.Candidate.Sums.Rows > inner.Candidate.Sums.Rows || part.Candidate.Dimensions.Length < inner.Candidate.Dimensions.Length))
            .OrderBy(part => part.Candidate.Sums.Rows).ThenBy(part => part.Candidate.Dimensions.Length);
    }

    /// <summary>Whether what a wider part adds moved more like the part than like the rest; rows too few to tell do.</summary>
    private bool IsAlike(SearchedPart part, SearchedPart wider)
    {
        if (_deviations.Of(wider.Candidate.Without(part.Candidate, _leaves, _sizes), wider.Candidate) is not { } added
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
