namespace ProdSales.Semantics;

/// <summary>What one pass of a statement read.</summary>
/// <param name="Name">Name of the pass in the statement.</param>
/// <param name="Fact">The fact.</param>
/// <param name="Rows">The rows, of the rollup where one was read, that met period, filters and conditions and went into its sums; a row counts for each step of time that it speaks for.</param>
/// <param name="Rollup">The rollup that was read in place of the fact, or null.</param>
/// <param name="RollupRefusal">Kebab-case reason why no rollup was read: that of the first one looked at, or that none is kept; null where one was.</param>
/// <param name="RollupRefusals">Why each other rollup of the fact was not read.</param>
public sealed record PassProvenance(string Name, string Fact, long Rows, string? Rollup, string? RollupRefusal, IReadOnlyList<RollupRefusal> RollupRefusals);
