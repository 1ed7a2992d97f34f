using ProdSales.Plants;
using ProdSales.Support;

namespace ProdSales.Host.Tests.Models;

/// <summary>A small plant's warehouse, and a folder with one file of its users.</summary>
public sealed class OwnFolder : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public OwnFolder()
    {
        Database = _folder.File("plant.duckdb");
        Path = _folder.File("own");
        File = System.IO.Path.Combine(Path, "big-orders.yaml");
        Directory.CreateDirectory(Path);
        PlantFile.Write(Database);
    }

    internal string Database { get; }

    internal string Path { get; }

    internal string File { get; }

    public void Dispose() => _folder.Dispose();

    internal void Write(string text) => System.IO.File.WriteAllText(File, text);
}
