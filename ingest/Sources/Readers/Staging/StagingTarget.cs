using ProdSales.Sources.Readers.Files;
using ProdSales.Warehouse.Provider;

namespace ProdSales.Sources.Readers.Staging;

/// <summary>Where one file goes.</summary>
/// <param name="Connection">An open connection to the staging database.</param>
/// <param name="Table">The name of the table or view to be made.</param>
/// <param name="Spool">Where unpacked and transcoded copies are kept.</param>
internal sealed record StagingTarget(DuckDbConnection Connection, string Table, SpoolFolder Spool)
{
    /// <summary>Drops the table or view of this name, which the engine would not replace by one of the other kind.</summary>
    internal void Clear()
    {
        using DuckDbCommand kind = Connection.CreateCommand("SELECT table_type FROM information_schema.tables WHERE table_name = $name");
        kind.Parameters.Add(new DuckDbParameter("name", Table));
        if (kind.ExecuteScalar() is string found)
        {
            Connection.Execute($"DROP {(found is "VIEW" ? "VIEW" : "TABLE")} {StagingSql.Name(Table)}");
        }
    }
}
