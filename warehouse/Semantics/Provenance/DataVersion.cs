namespace ProdSales.Semantics;

/// <summary>The version of the data of one table of the star.</summary>
/// <param name="Table">The table.</param>
/// <param name="Version">Raised by every batch that touched it; null where no batch ever did.</param>
public sealed record DataVersion(string Table, long? Version);
