using System.Collections.Frozen;

namespace ProdSales.Semantics;

/// <summary>A question about one subject.</summary>
public sealed record MetricQuery
{
    /// <summary>The subject.</summary>
    public required Subject Subject { get; init; }

    /// <summary>The days that count.</summary>
    public required Period Period { get; init; }

    /// <summary>The day of the question: a promise is due when it lies before it.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>Fact tables into which no batch has ever brought a row; a measure over one of them is null, and its reason says so.</summary>
    public IReadOnlySet<string> Unconnected { get; init; } = FrozenSet<string>.Empty;

    /// <summary>Of which days facts have rows, by name, as far as it is known: what is compared with days that are recorded in part is null, and its reason says so; and where nothing lies behind the day of the question, no rollup need be passed over for its sake.</summary>
    public IReadOnlyDictionary<string, RecordedSpan> Recorded { get; init; } = FrozenDictionary<string, RecordedSpan>.Empty;

    /// <summary>Which version of a member speaks where its attributes have changed.</summary>
    public History History { get; init; } = History.AsWas;

    /// <summary>Conditions that all must hold.</summary>
    public IReadOnlyList<MemberFilter> Filters { get; init; } = [];

    /// <summary>What the asker may see.</summary>
    public SecurityScope Scope { get; init; } = SecurityScope.Full;

    /// <summary>Rollups that the warehouse keeps and that may be read in place of facts; none reads the facts themselves.</summary>
    public IReadOnlyList<Rollup> Rollups { get; init; } = [];

    /// <summary>Cuts in the order in which they are to be told.</summary>
    public required IReadOnlyList<CutRequest> Cuts { get; init; }

    /// <summary>Whether the day of the question ends the days of a fact before they end themselves: what happens after it is not told by it.</summary>
    internal bool Ends(Fact fact, DateOnly lastDay) =>
        !fact.IsAhead && AsOf < lastDay && !(!fact.IsSnapshot && Recorded.TryGetValue(fact.Name, out RecordedSpan known) && known.Days.To <= AsOf);
}
