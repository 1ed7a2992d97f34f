using ProdSales.Warehouse.Provider;

namespace ProdSales.SemanticsTests.BruteForce.Stars;

/// <summary>A column of a table of the star.</summary>
internal sealed record StarColumn(string Table, string Name, string Type, bool IsNullable)
{
    /// <summary>The words of an ENUM, in its order; empty for other types.</summary>
    internal IReadOnlyList<string> Words { get; } = Type.StartsWith("ENUM(", StringComparison.Ordinal)
        ? [.. Type[5..^1].Split(", ").Select(word => word.Trim('\''))]
        : [];

    internal static IReadOnlyList<StarColumn> Of(DuckDbConnection connection, string table) =>
    [
        .. Sql.Rows(connection, $"SELECT column_name, data_type, is_nullable FROM duckdb_columns() WHERE table_name = '{table}' ORDER BY column_index")
            .Select(row => new StarColumn(table, (string)row[0]!, (string)row[1]!, (bool)row[2]!)),
    ];
}
