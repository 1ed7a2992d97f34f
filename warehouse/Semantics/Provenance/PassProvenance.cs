namespace ProdSales.Semantics;

/// <summary>What one pass of a statement read.</summary>
/// <param name="Name">Name of the pass in the statement.</param>
/// <param name="Fact">The fact.</param>
/// <param name="Rows">The rows that met period, filters and conditions and went into its sums; a row counts for each step of time that it speaks for.</param>
/// <param name="Rollup">The rollup that was read in place of the fact, or null.</param>
/// <param name="RollupRefusal">Kebab-case reason why no rollup was read; null where one was.</param>
public sealed record PassProvenance(string Name, string Fact, long Rows, string? Rollup, string? RollupRefusal);
