namespace ProdSales.Sources.Mappings.Reports;

/// <summary>What one entry of a mapping makes.</summary>
/// <param name="Feed">The feed.</param>
/// <param name="From">The table of the mapping.</param>
/// <param name="Rows">Rows for the feed, good and bad.</param>
/// <param name="BadRows">Rows with at least one bad value.</param>
/// <param name="LeftOut">Rows of the table that the entry's condition leaves out.</param>
/// <param name="Reasons">The bad values by column and reason, the most frequent first.</param>
/// <param name="Dirt">The kinds of dirt that the mapping names, those without a row included.</param>
public sealed record EntryReport(
    string Feed,
    string From,
    long Rows,
    long BadRows,
    long LeftOut,
    IReadOnlyList<ReasonCount> Reasons,
    IReadOnlyList<DirtCount> Dirt);
