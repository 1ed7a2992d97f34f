namespace ProdSales.Semantics;

/// <summary>The question why a measure differs between two sides.</summary>
public sealed record ExplanationRequest
{
    /// <summary>The measure.</summary>
    public required Measure Measure { get; init; }

    /// <summary>The two sides.</summary>
    public required Contrast Contrast { get; init; }

    /// <summary>The day of the question: a promise is due when it lies before it.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>What the asker may see.</summary>
    public SecurityScope Scope { get; init; } = SecurityScope.Full;

    /// <summary>Rollups that the warehouse keeps and that may be read in place of facts, for causes and samples; the leaves need the scatter of rows, which no sum holds.</summary>
    public IReadOnlyList<Rollup> Rollups { get; init; } = [];

    /// <summary>What is asked beside the attributions. What is left out changes nothing of the rest, nor its hash.</summary>
    public ExplanationParts Parts { get; init; } = ExplanationParts.All;

    /// <summary>Conditions that all must hold on both sides.</summary>
    public IReadOnlyList<MemberFilter> Filters { get; init; } = [];
}
