using System.Collections.Concurrent;
using System.Data;
using System.Globalization;
using ProdSales.Warehouse.Provider;

namespace ProdSales.Warehouse.Engine;

/// <summary>One opening of the warehouse's file with all its connections. After a fatal error it is closed whole and the next one opened.</summary>
internal sealed class Generation : IDisposable
{
    /// <summary>
    /// What a session may still set when everything else is locked: its progress bar, and what the engine sets by itself around
    /// statements that it unfolds into several, such as COPY FROM DATABASE inside a transaction.
    /// </summary>
    private const string StillAllowed = "'enable_progress_bar', 'enable_progress_bar_print', 'progress_bar_time', 'current_transaction_invalidation_policy'";

    private readonly EngineInstance _engine;
    private readonly ConcurrentBag<DuckDbConnection> _idle = [];
    private readonly ConcurrentDictionary<DuckDbConnection, bool> _leased = new();
    private readonly TimeSpan _statementTimeout;
    private volatile bool _isClosed;

    private Generation(int number, EngineInstance engine, TimeSpan statementTimeout)
    {
        Number = number;
        _engine = engine;
        _statementTimeout = statementTimeout;
        Writer = new DuckDbConnection(engine);
    }

    /// <summary>1 for the first opening.</summary>
    public int Number { get; }

    /// <summary>The only connection that writes.</summary>
    public DuckDbConnection Writer { get; }

    /// <summary>Whether a fatal error has made it unusable.</summary>
    public bool IsBroken => _engine.IsBroken;

    /// <summary>Opens the file with the safe settings and locks them.</summary>
    /// <param name="number">Which opening this is.</param>
    /// <param name="path">The file.</param>
    /// <param name="settings">How to use the machine.</param>
    /// <param name="folders">The only folders, beside the database and its spill folder, that statements may read and write.</param>
    public static Generation Open(int number, string path, WarehouseSettings settings, IReadOnlyList<string> folders)
    {
        EngineInstance engine = OpenEngines.OpenAlone(path, OpenSettings(path, settings));
        try
        {
            string list = string.Join(", ", folders.Select(f => $"'{f.Replace("'", "''", StringComparison.Ordinal)}'"));
            engine.Run($"SET GLOBAL allowed_directories = [{list}]; SET GLOBAL enable_external_access = false");
            var generation = new Generation(number, engine, settings.StatementTimeout);
            for (int i = 0; i < settings.Readers; i++)
            {
                generation._idle.Add(Reader(engine, settings.StatementTimeout));
            }

            engine.Run($"SET GLOBAL allowed_configs = [{StillAllowed}]; SET GLOBAL lock_configuration = true");
            return generation;
        }
        catch
        {
            OpenEngines.Release(engine);
            throw;
        }
    }

    /// <summary>Takes a reading connection; there is one for each place of the gate.</summary>
    public DuckDbConnection TakeReader()
    {
        if (!_idle.TryTake(out DuckDbConnection? reader) || reader.State != ConnectionState.Open)
        {
            reader = Reader(_engine, _statementTimeout);
        }

        _leased[reader] = true;
        return reader;
    }

    /// <summary>Takes a connection back, with nothing left open on it.</summary>
    public void Return(DuckDbConnection reader)
    {
        reader.Settle();
        _leased.TryRemove(reader, out _);
        if (_isClosed)
        {
            reader.Dispose();
        }
        else
        {
            _idle.Add(reader);
        }
    }

    /// <summary>Stops whatever runs.</summary>
    public void InterruptAll()
    {
        Writer.Interrupt();
        foreach (DuckDbConnection reader in _leased.Keys)
        {
            reader.Interrupt();
        }
    }

    /// <summary>Closes all connections and the file.</summary>
    public void Dispose()
    {
        _isClosed = true;
        Writer.Dispose();
        while (_idle.TryTake(out DuckDbConnection? reader))
        {
            reader.Dispose();
        }

        OpenEngines.Release(_engine);
    }

    private static DuckDbConnection Reader(EngineInstance engine, TimeSpan timeout)
    {
        return new DuckDbConnection(engine) { StatementTimeout = timeout };
    }

    private static Dictionary<string, string> OpenSettings(string path, WarehouseSettings settings)
    {
        string Bytes(long count) => string.Create(CultureInfo.InvariantCulture, $"{count}B");

        var all = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["memory_limit"] = Bytes(settings.MemoryBytes),
            ["threads"] = settings.Threads.ToString(CultureInfo.InvariantCulture),
            ["max_temp_directory_size"] = Bytes(settings.SpillBytes),
            ["wal_autocheckpoint"] = Bytes(settings.LogBytes),
            ["scheduler_process_partial"] = "true",
        };
        foreach ((string name, string value) in settings.Injected)
        {
            all[name] = value;
        }

        if (!OpenEngines.IsInMemory(path))
        {
            all["temp_directory"] = path + ".spill";
        }

        return all;
    }
}
