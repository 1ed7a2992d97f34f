namespace ProdSales.Sources.Mappings.Declaration;

/// <summary>A kind of dirt that is let through but counted in the check report.</summary>
/// <param name="Line">The line of the mapping on which it stands.</param>
/// <param name="Name">What the report calls it, as in <c>account-missing</c>.</param>
/// <param name="Condition">A DuckDB condition over the staged row that is true for rows of this kind.</param>
internal sealed record Notice(int Line, string Name, string Condition);
