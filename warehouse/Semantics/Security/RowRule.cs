namespace ProdSales.Semantics;

/// <summary>A condition over a dimension that the rows of a role must meet.</summary>
/// <param name="Dimension">The dimension; it is looked at as it was on the day of the row.</param>
/// <param name="IsById">True when the values are ids of the source, false when they are names.</param>
/// <param name="IsExcluding">True when the members named are left out, false when only they are seen.</param>
/// <param name="Values">Names or ids, or attributes of the principal written as $region.</param>
/// <param name="NamesUnknown">True when the unknown member is among those named.</param>
public sealed record RowRule(Dimension Dimension, bool IsById, bool IsExcluding, IReadOnlyList<string> Values, bool NamesUnknown);
