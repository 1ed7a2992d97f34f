using System.Collections.Frozen;

namespace ProdSales.Semantics;

/// <summary>A cross asked for.</summary>
public sealed record CrossRequest
{
    /// <summary>The cross.</summary>
    public required Cross Cross { get; init; }

    /// <summary>The days that count.</summary>
    public required Period Period { get; init; }

    /// <summary>The day of the question.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>What cells are cut by; one of those of the cross. Null takes the first.</summary>
    public Dimension? By { get; init; }

    /// <summary>Steps of time by which Y lies after X: 1 holds a month against the next. 0 or more; only where the cross has steps.</summary>
    public int Lag { get; init; }

    /// <summary>Fact tables into which no batch has ever brought a row; a cross that needs one is refused.</summary>
    public IReadOnlySet<string> Unconnected { get; init; } = FrozenSet<string>.Empty;

    /// <summary>What the asker may see.</summary>
    public SecurityScope Scope { get; init; } = SecurityScope.Full;

    /// <summary>Rollups that the warehouse keeps and that may be read in place of facts, wherever they say the same.</summary>
    public IReadOnlyList<Rollup> Rollups { get; init; } = [];

    /// <summary>Conditions that all must hold; one on a dimension that neither measure reaches is refused.</summary>
    public IReadOnlyList<MemberFilter> Filters { get; init; } = [];
}
