namespace ProdSales.Semantics;

/// <summary>A part of the business that changed otherwise than the rest.</summary>
public sealed record Segment
{
    /// <summary>One to three members of different dimensions; the segment is what they have in common, without the segments before it.</summary>
    public required IReadOnlyList<SegmentMember> Members { get; init; }

    /// <summary>Its value on the side compared with; null without rows there.</summary>
    public required decimal? Before { get; init; }

    /// <summary>Its value on the side asked about; null without rows there.</summary>
    public required decimal? Now { get; init; }

    /// <summary>Its part of the change, as in an attribution.</summary>
    public required decimal Contribution { get; init; }

    /// <summary>Contribution over change; may lie outside 0 to 1 when other parts moved the other way; null without a change.</summary>
    public required decimal? Share { get; init; }

    /// <summary>How far it moved the whole beyond what it would have, had it moved as the rest did.</summary>
    public required decimal Excess { get; init; }

    /// <summary>The excess over its standard error, widened by how far all parts scatter; its sign is that of the excess.</summary>
    public required double Significance { get; init; }

    /// <summary>The probability of such an excess by chance in any of the parts looked at (Bonferroni), from 0 to 1.</summary>
    public required double Chance { get; init; }

    /// <summary>Rows on the side compared with.</summary>
    public required long RowsBefore { get; init; }

    /// <summary>Rows on the side asked about.</summary>
    public required long RowsNow { get; init; }

    /// <summary>True below 30 rows on a side that has rows: the value may be chance even where the difference is not.</summary>
    public bool IsSmall => Math.Min(RowsBefore == 0 ? long.MaxValue : RowsBefore, RowsNow == 0 ? long.MaxValue : RowsNow) < 30;

    /// <summary>Dimensions within which most of the segment moved the other way (Simpson's reversal).</summary>
    public required IReadOnlyList<Dimension> ReversedWithin { get; init; }

    /// <summary>Numbers that say what was behind it.</summary>
    public IReadOnlyList<CauseLine> Causes { get; init; } = [];
}
