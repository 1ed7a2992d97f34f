namespace ProdSales.Sources.Mappings.Declaration;

/// <summary>What the head of a mapping says about all its rows.</summary>
/// <param name="System">The source system.</param>
/// <param name="Currency">The currency of amounts; null when each entry says it.</param>
/// <param name="GroupCurrency">The currency that rates lead to; null when nothing is said of currencies.</param>
internal sealed record MappingHead(string System, string? Currency, string? GroupCurrency);
