namespace ProdSales.Warehouse.Upkeep;

/// <summary>A backup that was written, opened again and counted.</summary>
/// <param name="Path">The file, complete in itself.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="RowsByTable">The rows of each table, equal in warehouse and backup.</param>
public sealed record BackupReport(string Path, long Bytes, IReadOnlyDictionary<string, long> RowsByTable);
