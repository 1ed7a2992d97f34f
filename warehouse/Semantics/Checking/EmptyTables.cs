using ProdSales.Warehouse.Provider;

namespace ProdSales.Semantics;

/// <summary>Tells into which tables no batch has ever brought a row: a measure of one of them is not connected, which is not the same as no data or 0.</summary>
public static class EmptyTables
{
    /// <summary>Those of some tables that are empty.</summary>
    /// <param name="tables">Names of tables or views of the star.</param>
    /// <param name="connection">A connection to the warehouse.</param>
    /// <param name="cancellationToken">Ends the statement.</param>
    public static IReadOnlySet<string> Of(IEnumerable<string> tables, DuckDbConnection connection, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(connection);
        string[] asked = [.. tables.Distinct(StringComparer.Ordinal)];
        if (asked.Length == 0)
        {
            return new HashSet<string>(StringComparer.Ordinal);
        }

        using DuckDbCommand command = connection.CreateCommand($"SELECT {string.Join(", ", asked.Select(table => $"EXISTS (FROM {table})"))}");
        using DuckDbDataReader reader = command.ExecuteReader(cancellationToken);
        reader.Read();
        return asked.Where((_, index) => !reader.GetBoolean(index)).ToHashSet(StringComparer.Ordinal);
    }
}
