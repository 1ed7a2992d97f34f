using System.Globalization;
using ProdSales.Semantics;
using ProdSales.Warehouse;
using ProdSales.Warehouse.Migrating;
using ProdSales.Warehouse.Provider;
using ProdSales.Warehouse.Reading;

namespace ProdSales.Bench.Ssb;

/// <summary>The tables of the benchmark in a warehouse file, and the definitions of users that speak of them.</summary>
internal static class SsbStar
{
    private static readonly string Folder = Path.Combine(SourceTree.Root, "bench", "ssb");

    /// <summary>Makes the tables in a new warehouse file, and closes it.</summary>
    internal static void Make(string path, long rows)
    {
        using WarehouseDatabase warehouse = WarehouseDatabase.Open(path);
        SchemaMigrations.Apply(warehouse);
        string script = File.ReadAllText(Path.Combine(Folder, "tables.sql")).Replace("$rows", rows.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        warehouse.Writer.Write(transaction => transaction.Connection.Execute(script));
        warehouse.Maintenance.CheckpointAsync().GetAwaiter().GetResult();
        using ReaderLease lease = warehouse.Readers.Lease();
        if (StarCheck.Defects(Model, lease.Connection) is { Count: > 0 } defects)
        {
            throw new InvalidOperationException(string.Join(Environment.NewLine, defects));
        }
    }

    /// <summary>The product's definitions and those of the benchmark, as a user would add them.</summary>
    internal static SemanticModel Model { get; } = ModelFolder.Read(Folder).Compile().Model;

    /// <summary>Opens a file for reading, as another process may at the same time.</summary>
    internal static DuckDbConnection Open(string path)
    {
        DuckDbConnection connection = new($"DataSource={path};access_mode=READ_ONLY");
        connection.Open();
        return connection;
    }
}
