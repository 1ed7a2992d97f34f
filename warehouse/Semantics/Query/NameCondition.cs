namespace ProdSales.Semantics;

/// <summary>A condition on the member, or the first day of the step of time, that a row of a cut is of: rows that do not meet it are not told.</summary>
/// <param name="IsById">True when the values are ids of the source; only where the members of the cut have some.</param>
/// <param name="IsExcluding">True when what is named is left out, false when only that is kept.</param>
/// <param name="Values">Names as the cut tells them, ids, or days as in 2026-10-01; null stands for the unknown member.</param>
public sealed record NameCondition(bool IsById, bool IsExcluding, IReadOnlyList<string?> Values);
