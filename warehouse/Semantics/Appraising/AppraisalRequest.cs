using System.Collections.Frozen;

namespace ProdSales.Semantics;

/// <summary>A change in the company whose benefits are asked for.</summary>
public sealed record AppraisalRequest
{
    /// <summary>The members that were changed, as product lines that got a new schedule.</summary>
    public required MemberFilter Treated { get; init; }

    /// <summary>The members that were left as they were; null compares with nothing, so that what befell everybody is told as an effect.</summary>
    public MemberFilter? Control { get; init; }

    /// <summary>Whole months before the change.</summary>
    public required Period Before { get; init; }

    /// <summary>Whole months after it, later than those before and over by the day of the question.</summary>
    public required Period After { get; init; }

    /// <summary>The day of the question.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>The benefits looked at.</summary>
    public required IReadOnlyList<Benefit> Benefits { get; init; }

    /// <summary>What the change cost, in the group currency, above 0; null when no return is asked for.</summary>
    public decimal? Cost { get; init; }

    /// <summary>Rates by their names; a benefit that needs one that is not stated is not told in money.</summary>
    public IReadOnlyDictionary<string, double> Rates { get; init; } = FrozenDictionary<string, double>.Empty;

    /// <summary>Conditions that all must hold, of what was changed and of what was not.</summary>
    public IReadOnlyList<MemberFilter> Filters { get; init; } = [];

    /// <summary>Fact tables into which no batch has ever brought a row.</summary>
    public IReadOnlySet<string> Unconnected { get; init; } = FrozenSet<string>.Empty;

    /// <summary>What the asker may see.</summary>
    public SecurityScope Scope { get; init; } = SecurityScope.Full;

    /// <summary>Rollups that the warehouse keeps and that may be read in place of facts, wherever they say the same.</summary>
    public IReadOnlyList<Rollup> Rollups { get; init; } = [];
}
