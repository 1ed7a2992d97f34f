namespace ProdSales.Semantics;

/// <summary>Why a rollup was not read by a pass over its fact.</summary>
/// <param name="Rollup">Name of the rollup.</param>
/// <param name="Code">
/// <c>measure-not-additive</c>, <c>measure-missing</c>, <c>window</c>, <c>grain-not-derivable</c>, <c>period-not-aligned</c>, <c>dimension-missing</c>,
/// <c>filter-missing</c>, <c>history-mode</c>, <c>security-scope</c> or <c>coarser-one-read</c> where it would have served too.
/// </param>
/// <param name="What">The measure, dimension, step of time or rollup that decided, or null where the code says all.</param>
public sealed record RollupRefusal(string Rollup, string Code, string? What);
