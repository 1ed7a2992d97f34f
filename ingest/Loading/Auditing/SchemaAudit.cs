using ProdSales.Loading.Star;
using ProdSales.Warehouse.Migrating;
using ProdSales.Warehouse.Provider;

namespace ProdSales.Loading.Auditing;

/// <summary>Whether the file has the schema of this program: every migration, each with the same text.</summary>
internal static class SchemaAudit
{
    internal static AuditCheck Check(DuckDbConnection connection)
    {
        Dictionary<string, string> applied = Applied(connection);
        Dictionary<string, string> wanted = Migration.OfWarehouse().ToDictionary(migration => migration.ToString(), migration => migration.Sha256, StringComparer.Ordinal);
        IEnumerable<string> differing = wanted.Where(pair => applied.GetValueOrDefault(pair.Key) != pair.Value).Select(pair => pair.Key)
            .Concat(applied.Keys.Where(name => !wanted.ContainsKey(name)));
        AuditFault[] faults = [.. differing.Select(name => AuditFault.Of(AuditCodes.SchemaDiffers, ("migration", name), ("state", StateOf(name, applied, wanted))))];
        return new AuditCheck("schema", wanted.Count, faults);
    }

    private static string StateOf(string name, Dictionary<string, string> applied, Dictionary<string, string> wanted) =>
        !applied.ContainsKey(name) ? "absent" : wanted.ContainsKey(name) ? "changed" : "unknown";

    private static Dictionary<string, string> Applied(DuckDbConnection connection)
    {
        Dictionary<string, string> applied = new(StringComparer.Ordinal);
        if (!connection.Scalar<bool>("SELECT EXISTS (FROM duckdb_tables() WHERE table_name = 'schema_migration')"))
        {
            return applied;
        }

        using DuckDbCommand command = connection.CreateCommand("SELECT printf('%04d_%s', number, name), sha256 FROM schema_migration ORDER BY number");
        using DuckDbDataReader reader = command.ExecuteReader();
        while (reader.Read())
        {
            applied[reader.GetString(0)] = reader.GetString(1);
        }

        return applied;
    }
}
