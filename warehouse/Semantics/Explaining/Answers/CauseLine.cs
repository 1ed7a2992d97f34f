namespace ProdSales.Semantics;

/// <summary>A number that says what was behind a change.</summary>
/// <param name="Measure">The number.</param>
/// <param name="Member">The member that it is split by; null for one number.</param>
/// <param name="Before">Its value on the side compared with; null without rows.</param>
/// <param name="Now">Its value on the side asked about; null without rows.</param>
public sealed record CauseLine(Measure Measure, SegmentMember? Member, decimal? Before, decimal? Now);
