using ProdSales.Semantics;
using ProdSales.Warehouse;
using ProdSales.Warehouse.Migrating;

namespace ProdSales.Host.Commands;

/// <summary>Opens warehouse files for commands.</summary>
internal static class WarehouseFiles
{
    /// <summary>Opens a warehouse that must exist, its star brought up to date.</summary>
    /// <exception cref="RefusedException">There is no such file.</exception>
    internal static WarehouseDatabase OpenExisting(FileInfo file, WarehouseSettings? settings = null) => file.Exists
        ? Open(file, settings)
        : throw new RefusedException("no-warehouse", ("file", file.FullName));

    /// <summary>Opens a warehouse that must exist, as it is: its star is not brought up to date.</summary>
    /// <exception cref="RefusedException">There is no such file.</exception>
    internal static WarehouseDatabase OpenAsItIs(FileInfo file) => file.Exists
        ? WarehouseDatabase.Open(file.FullName)
        : throw new RefusedException("no-warehouse", ("file", file.FullName));

    /// <summary>Opens a warehouse, making it when absent, its star brought up to date.</summary>
    internal static WarehouseDatabase Open(FileInfo file, WarehouseSettings? settings = null)
    {
        file.Directory?.Create();
        WarehouseDatabase warehouse = WarehouseDatabase.Open(file.FullName, settings);
        try
        {
            if (warehouse.Recovered is { } cut)
            {
                Console.Error.WriteLine(cut.ToString());
            }

            SchemaMigrations.Apply(warehouse);
            RollupUpkeep.Add(warehouse, ModelReader.Shipped);
            return warehouse;
        }
        catch
        {
            warehouse.Dispose();
            throw;
        }
    }
}
