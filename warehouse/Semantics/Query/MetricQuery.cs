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

    /// <summary>Facts whose record begins or ends within days that the question compares with, by name, with the first and the last day on record: what is compared with those days is null, and its reason says so.</summary>
    public IReadOnlyDictionary<string, Period> PartialRecords { get; init; } = FrozenDictionary<string, Period>.Empty;

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
}
