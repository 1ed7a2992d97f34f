namespace ProdSales.Semantics;

/// <summary>A member of a dimension, as found in the rows.</summary>
/// <param name="Dimension">The dimension.</param>
/// <param name="Id">Its id in the source; null where the dimension has none and for the unknown member.</param>
/// <param name="Name">Its name; null for the unknown member.</param>
public sealed record SegmentMember(Dimension Dimension, string? Id, string? Name)
{
    /// <summary>The condition that keeps the rows of this member and no others.</summary>
    public MemberFilter Filter => Id is null
        ? new MemberFilter(Dimension, false, false, [Name])
        : new MemberFilter(Dimension, true, false, [Id]);
}
