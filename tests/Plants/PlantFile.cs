using ProdSales.Support;
using ProdSales.Warehouse;
using ProdSales.Warehouse.Migrating;

namespace ProdSales.Plants;

/// <summary>The small made-up plant as a warehouse file: made once in a run by the product's own migrations and <c>small-plant.sql</c>, and a copy for each who asks.</summary>
public static class PlantFile
{
    private static readonly Lazy<byte[]> Made = new(Make);

    /// <summary>The rows of the plant as SQL, for a warehouse whose tables stand and are empty.</summary>
    public static string Script => File.ReadAllText(Repository.PathOf("tests", "Plants", "small-plant.sql"));

    /// <summary>Writes the file.</summary>
    /// <param name="path">Where; nothing stands there yet.</param>
    public static void Write(string path) => File.WriteAllBytes(path, Made.Value);

    /// <summary>Writes the file and opens it.</summary>
    /// <param name="path">Where; nothing stands there yet.</param>
    /// <param name="settings">How it is opened; the product's own settings where none are given.</param>
    /// <param name="clock">The clock of the warehouse; that of the machine where none is given.</param>
    public static WarehouseDatabase Open(string path, WarehouseSettings? settings = null, TimeProvider? clock = null)
    {
        Write(path);
        return WarehouseDatabase.Open(path, settings, clock);
    }

    private static byte[] Make()
    {
        using TemporaryFolder folder = new();
        string path = folder.File("plant.duckdb");
        using (var warehouse = WarehouseDatabase.Open(path))
        {
            SchemaMigrations.Apply(warehouse);
            warehouse.Writer.Write(open => open.Connection.Execute(Script));
            warehouse.Maintenance.CheckpointAsync().GetAwaiter().GetResult();
        }

        return File.ReadAllBytes(path);
    }
}
