using ProdSales.Loading.Star;
using ProdSales.Warehouse;
using ProdSales.Warehouse.Provider;

namespace ProdSales.Loading.Auditing;

/// <summary>Whether every block of every table can be read: the engine verifies its checksums as it reads.</summary>
internal static class ContentAudit
{
    internal static AuditCheck Check(DuckDbConnection connection)
    {
        List<AuditFault> faults = [];
        long examined = 0;
        foreach (string table in Tables(connection))
        {
            try
            {
                examined += connection.Scalar<long>($"SELECT count(*) + 0 * coalesce(bit_xor(hash(t)) % 1, 0) FROM {SqlText.Name(table)} AS t");
            }
            catch (WarehouseException failure) when (failure.Kind is WarehouseErrorKind.Corrupt or WarehouseErrorKind.Io)
            {
                faults.Add(AuditFault.Of(AuditCodes.ContentDamaged, ("table", table), ("detail", failure.Message)));
            }
        }

        return new AuditCheck("content", examined, faults);
    }

    private static List<string> Tables(DuckDbConnection connection)
    {
        using DuckDbCommand command = connection.CreateCommand("SELECT table_name FROM duckdb_tables() WHERE NOT temporary ORDER BY 1");
        using DuckDbDataReader reader = command.ExecuteReader();
        List<string> tables = [];
        while (reader.Read())
        {
            tables.Add(reader.GetString(0));
        }

        return tables;
    }
}
