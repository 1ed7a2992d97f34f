namespace ProdSales.Warehouse;

/// <summary>How a warehouse uses its machine. The defaults suit a process that has the machine to itself.</summary>
public sealed record WarehouseSettings
{
    /// <summary>Gets the bytes the engine may take for data, at least 64 MB; it is no hard cap, so leave room for 300 MB more. Default: 45 % of the memory.</summary>
    public long MemoryBytes { get; init; } = Math.Max(256L << 20, (long)(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes * 0.45));

    /// <summary>Gets the threads one statement may use. Default: one a core.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Gets the statements that read at the same time, each on a connection of its own. Default: two a core, 4 to 8.</summary>
    public int Readers { get; init; } = Math.Clamp(2 * Environment.ProcessorCount, 4, 8);

    /// <summary>Gets the readers that may wait for their turn; the next one is refused as <see cref="WarehouseErrorKind.Busy"/>.</summary>
    public int MaxWaiting { get; init; } = 256;

    /// <summary>Gets how long a reading statement may run; zero means for ever.</summary>
    public TimeSpan StatementTimeout { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Gets the bytes that large sorts and joins may spill to disk.</summary>
    public long SpillBytes { get; init; } = 20L << 30;

    /// <summary>Gets the bytes of log after which a commit checkpoints by itself.</summary>
    public long LogBytes { get; init; } = 64L << 20;

    /// <summary>Gets how often a transaction is tried again after a conflict with another one.</summary>
    public int ConflictRetries { get; init; } = 3;

    /// <summary>Gets settings of the engine itself, for injecting faults in tests.</summary>
    internal IReadOnlyDictionary<string, string> Injected { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Tells every setting that is out of its range.</summary>
    /// <param name="parameter">The parameter that the settings were given as.</param>
    /// <exception cref="ArgumentException">One or more are; all are named.</exception>
    internal void Require(string parameter)
    {
        (string Name, decimal Value, long Least)[] ranges =
        [
            (nameof(MemoryBytes), MemoryBytes, 64L << 20),
            (nameof(Threads), Threads, 1),
            (nameof(Readers), Readers, 1),
            (nameof(MaxWaiting), MaxWaiting, 0),
            (nameof(StatementTimeout), StatementTimeout.Ticks, 0),
            (nameof(SpillBytes), SpillBytes, 0),
            (nameof(LogBytes), LogBytes, 0),
            (nameof(ConflictRetries), ConflictRetries, 0),
        ];
        string[] wrong = [.. ranges.Where(r => r.Value < r.Least).Select(r => $"{r.Name} is {r.Value} and must be at least {r.Least}")];
        if (wrong.Length > 0)
        {
            throw new ArgumentException($"{string.Join("; ", wrong)}.", parameter);
        }
    }
}
