using ProdSales.Sources.Readers;

namespace ProdSales.Sources.Mappings.Reports;

/// <summary>What a mapping makes of its files, counted without a warehouse.</summary>
/// <param name="Mapping">The mapping's name.</param>
/// <param name="Entries">What each entry makes, in the order of the feed catalogue.</param>
/// <param name="UnreadableRecords">Records of the files that could not be read as rows, and so reach no entry.</param>
/// <param name="UnreadableCount">How many there are, those that are not kept with their text included.</param>
public sealed record CheckReport(
    string Mapping,
    IReadOnlyList<EntryReport> Entries,
    IReadOnlyList<ReadDefect> UnreadableRecords,
    long UnreadableCount)
{
    /// <summary>Gets the number of rows, good and bad.</summary>
    public long Rows => Entries.Sum(entry => entry.Rows);

    /// <summary>Gets the number of bad rows.</summary>
    public long BadRows => Entries.Sum(entry => entry.BadRows);
}
