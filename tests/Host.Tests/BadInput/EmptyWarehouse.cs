using System.Globalization;
using ProdSales.Support;
using ProdSales.Warehouse;
using ProdSales.Warehouse.Migrating;
using ProdSales.Warehouse.Provider;
using ProdSales.Warehouse.Reading;

namespace ProdSales.Host.Tests.BadInput;

/// <summary>A warehouse in a folder of its own, empty at first.</summary>
public sealed class EmptyWarehouse : IDisposable
{
    private static readonly WarehouseSettings Small = new() { MemoryBytes = 512L << 20, Threads = 2, Readers = 2 };

    private readonly TemporaryFolder _folder = new();

    public EmptyWarehouse()
    {
        Database = WarehouseDatabase.Open(_folder.File("warehouse.duckdb"), Small);
        SchemaMigrations.Apply(Database);
    }

    internal WarehouseDatabase Database { get; }

    public void Dispose()
    {
        Database.Dispose();
        _folder.Dispose();
    }

    /// <summary>The first column of a query, as texts parted by blanks.</summary>
    internal string Column(string sql)
    {
        using ReaderLease lease = Database.Readers.Lease();
        using DuckDbCommand command = lease.Connection.CreateCommand(sql);
        using DuckDbDataReader reader = command.ExecuteReader();
        List<string> texts = [];
        while (reader.Read())
        {
            texts.Add(Convert.ToString(reader.GetValue(0), CultureInfo.InvariantCulture)!);
        }

        return string.Join(' ', texts);
    }
}
