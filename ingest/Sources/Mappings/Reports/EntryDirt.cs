namespace ProdSales.Sources.Mappings.Reports;

/// <summary>The known dirt of one entry.</summary>
/// <param name="Feed">The feed.</param>
/// <param name="From">The table of the mapping.</param>
/// <param name="LeftOut">Rows of the table that the entry's condition leaves out.</param>
/// <param name="Kinds">The kinds of dirt that the mapping names, those without a row included.</param>
public sealed record EntryDirt(string Feed, string From, long LeftOut, IReadOnlyList<DirtCount> Kinds);
