namespace ProdSales.Semantics;

/// <summary>What one member of a dimension contributed to a change.</summary>
/// <param name="Member">The member.</param>
/// <param name="Before">Its value on the side compared with; null without rows there.</param>
/// <param name="Now">Its value on the side asked about; null without rows there.</param>
/// <param name="Contribution">Its share of the change, in the unit of the measure.</param>
/// <param name="Mix">Of a quotient, the part that came from its weight; null for a sum.</param>
/// <param name="Rate">Of a quotient, the part that came from its own value; 0 for a member that is new or gone, null for a sum.</param>
public sealed record MemberContribution(SegmentMember Member, decimal? Before, decimal? Now, decimal Contribution, decimal? Mix, decimal? Rate);
