namespace ProdSales.Warehouse.Engine;

/// <summary>
/// The engine instances of this process, one a file. Two instances on one file in one process lose data without an error,
/// because file locks count per process (measured on 1.5.6), so every opening goes through here.
/// </summary>
internal static class OpenEngines
{
    private static readonly Lock Gate = new();
    private static readonly Dictionary<string, Entry> Entries = new(StringComparer.Ordinal);

    /// <summary>Gives the instance of a path, opening it with the settings when it is not open yet.</summary>
    /// <exception cref="WarehouseException">The file cannot be opened.</exception>
    public static EngineInstance Share(string path, IReadOnlyDictionary<string, string> settings)
    {
        if (IsInMemory(path))
        {
            return EngineInstance.Open(path, settings);
        }

        string real = RealPath.Of(path);
        lock (Gate)
        {
            if (!Entries.TryGetValue(real, out Entry? entry))
            {
                Entries[real] = entry = new Entry(EngineInstance.Open(real, settings));
            }

            entry.Users++;
            return entry.Instance;
        }
    }

    /// <summary>Opens a path that nothing in this process has open.</summary>
    /// <exception cref="InvalidOperationException">This process has the file open already.</exception>
    /// <exception cref="WarehouseException">The file cannot be opened.</exception>
    public static EngineInstance OpenAlone(string path, IReadOnlyDictionary<string, string> settings)
    {
        if (IsInMemory(path))
        {
            return EngineInstance.Open(path, settings);
        }

        string real = RealPath.Of(path);
        lock (Gate)
        {
            if (Entries.ContainsKey(real))
            {
                throw new InvalidOperationException($"This process has {real} open already; share that one instead of opening it twice.");
            }

            Entries[real] = new Entry(EngineInstance.Open(real, settings)) { Users = 1 };
            return Entries[real].Instance;
        }
    }

    /// <summary>Gives an instance back; the last one to do so closes it.</summary>
    public static void Release(EngineInstance instance)
    {
        lock (Gate)
        {
            if (!Entries.TryGetValue(instance.Path, out Entry? entry) || entry.Instance != instance)
            {
                instance.Dispose();
            }
            else if (--entry.Users == 0)
            {
                Entries.Remove(instance.Path);
                instance.Dispose();
            }
        }
    }

    /// <summary>Whether a path means a database of its own in memory.</summary>
    public static bool IsInMemory(string path) => path.Length == 0 || path.StartsWith(":memory:", StringComparison.Ordinal);

    private sealed class Entry(EngineInstance instance)
    {
        public EngineInstance Instance { get; } = instance;

        public int Users { get; set; }
    }
}
