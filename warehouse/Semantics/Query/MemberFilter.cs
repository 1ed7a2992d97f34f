namespace ProdSales.Semantics;

/// <summary>A condition on the members of one dimension.</summary>
/// <param name="Dimension">The dimension.</param>
/// <param name="IsById">True when the values are ids of the source, false when they are names.</param>
/// <param name="IsExcluding">True when the members named are left out, false when only they are kept.</param>
/// <param name="Values">Names or ids; null stands for the unknown member.</param>
public sealed record MemberFilter(Dimension Dimension, bool IsById, bool IsExcluding, IReadOnlyList<string?> Values);
