namespace ProdSales.Warehouse.Upkeep;

/// <summary>What was cut from a damaged write-ahead log so that its warehouse opens again.</summary>
/// <param name="KeptCopy">The log as it was found.</param>
/// <param name="KeptBytes">The bytes that were sound: whole transactions.</param>
/// <param name="CutBytes">The bytes that were cut: transactions after <paramref name="KeptBytes"/> are lost and must be loaded again from their source.</param>
public sealed record LogCut(string KeptCopy, long KeptBytes, long CutBytes);
