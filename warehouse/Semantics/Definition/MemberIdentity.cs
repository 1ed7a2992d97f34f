namespace ProdSales.Semantics;

/// <summary>How the members of a dimension with own identity are told apart.</summary>
/// <param name="DurableKey">The column that is the same for all versions of a member; the key itself where there are no versions.</param>
/// <param name="Id">The column of the source's id, or null when the title is the identity.</param>
/// <param name="HasVersions">Whether the table keeps history, so that titles come from the current version.</param>
/// <param name="Order">The column that gives the natural order, or null for the order of titles.</param>
public sealed record MemberIdentity(string DurableKey, string? Id, bool HasVersions, string? Order);
