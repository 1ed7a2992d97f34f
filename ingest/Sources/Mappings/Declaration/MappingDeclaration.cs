namespace ProdSales.Sources.Mappings.Declaration;

/// <summary>A whole mapping as it is written: which tables there are, and which feeds are made of them.</summary>
/// <param name="System">The source system that every row is said to come from.</param>
/// <param name="Currency">ISO 4217 code of amounts whose entry says nothing else; null when each entry says it.</param>
/// <param name="GroupCurrency">ISO 4217 code that booking rates lead to; the mapping's currency when not written.</param>
/// <param name="TimeZone">IANA zone in which instants without an offset are read.</param>
/// <param name="Maps">The named value maps.</param>
/// <param name="Tables">The staged and derived tables, in the order written.</param>
/// <param name="Entries">What makes rows of a feed, in the order written.</param>
internal sealed record MappingDeclaration(
    string System,
    string? Currency,
    string? GroupCurrency,
    string TimeZone,
    IReadOnlyDictionary<string, ValueMap> Maps,
    IReadOnlyList<TableDeclaration> Tables,
    IReadOnlyList<FeedEntry> Entries);
