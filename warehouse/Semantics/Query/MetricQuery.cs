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

    /// <summary>Conditions that all must hold.</summary>
    public IReadOnlyList<MemberFilter> Filters { get; init; } = [];

    /// <summary>Cuts in the order in which they are to be told.</summary>
    public required IReadOnlyList<CutRequest> Cuts { get; init; }
}
