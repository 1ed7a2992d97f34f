namespace ProdSales.Sources.Readers;

/// <summary>A column of a staged table.</summary>
/// <param name="Name">The name as the file has it.</param>
/// <param name="DuckDbType">VARCHAR for all formats but Parquet, which keeps its own types.</param>
public sealed record StagedColumn(string Name, string DuckDbType);
