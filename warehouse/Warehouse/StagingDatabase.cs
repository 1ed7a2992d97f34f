using System.Globalization;
using ProdSales.Warehouse.Engine;
using ProdSales.Warehouse.Provider;

namespace ProdSales.Warehouse;

/// <summary>A database of its own for reading source files: unlike the warehouse it may open any file, and it is thrown away afterwards.</summary>
public sealed class StagingDatabase : IDisposable
{
    private readonly EngineInstance _engine;
    private readonly string? _folder;

    private StagingDatabase(EngineInstance engine, string? folder)
    {
        _engine = engine;
        _folder = folder;
    }

    /// <summary>Opens a staging database in memory.</summary>
    /// <param name="memoryBytes">The bytes it may take for data; null for a quarter of the machine's memory.</param>
    public static StagingDatabase InMemory(long? memoryBytes = null) => new(EngineInstance.Open(":memory:", Settings(memoryBytes, spill: null)), folder: null);

    /// <summary>Opens a staging database in a file, for sources larger than the memory.</summary>
    /// <param name="parent">An existing folder; a folder of the database's own is made in it, and deleted on disposal.</param>
    /// <param name="memoryBytes">The bytes it may take for data; null for a quarter of the machine's memory.</param>
    public static StagingDatabase InFolder(string parent, long? memoryBytes = null)
    {
        string folder = Directory.CreateDirectory(Path.Combine(parent, $"staging-{Path.GetRandomFileName()}")).FullName;
        return new StagingDatabase(
            EngineInstance.Open(Path.Combine(folder, "staging.duckdb"), Settings(memoryBytes, Path.Combine(folder, "spill"))),
            folder);
    }

    /// <summary>Opens a connection, which the caller disposes.</summary>
    public DuckDbConnection Connect() => new(_engine);

    /// <summary>Throws everything away.</summary>
    public void Dispose()
    {
        _engine.Dispose();
        if (_folder is not null)
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    private static Dictionary<string, string> Settings(long? memoryBytes, string? spill)
    {
        long bytes = memoryBytes ?? Math.Max(256L << 20, GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 4);
        var settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["memory_limit"] = string.Create(CultureInfo.InvariantCulture, $"{bytes}B"),
            ["scheduler_process_partial"] = "true",
        };
        if (spill is not null)
        {
            settings["temp_directory"] = spill;
        }

        return settings;
    }
}
