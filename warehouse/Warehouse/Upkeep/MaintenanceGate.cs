using System.Globalization;
using ProdSales.Warehouse.Engine;
using ProdSales.Warehouse.Provider;

namespace ProdSales.Warehouse.Upkeep;

/// <summary>Keeps the file small and the log short: a checkpoint in a moment without readers, and a look at the free space.</summary>
/// <remarks>
/// Space of deleted rows comes back only when no reader is active, so readers are drained for the moment. FORCE CHECKPOINT is never used:
/// it stalls every reader and writer until the last open write transaction ends.
/// </remarks>
public sealed class MaintenanceGate
{
    /// <summary>How long a checkpoint waits for the readers before it runs beside them.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly WarehouseDatabase _database;
    private long _largestTableBytes;

    internal MaintenanceGate(WarehouseDatabase database) => _database = database;

    /// <summary>Writes the log into the file, without readers when they leave in time, and looks at the sizes.</summary>
    /// <exception cref="WarehouseException">The checkpoint failed; the warehouse is opened again at its next use when that was fatal.</exception>
    public Task<CheckpointReport> CheckpointAsync(CancellationToken cancellationToken = default) =>
        _database.Writer.BetweenWritesAsync(generation => CheckpointAsync(generation, cancellationToken), cancellationToken);

    /// <summary>Checkpoints again and again until it is cancelled. A checkpoint that fails is told to <paramref name="onFailed"/>, and the next one comes.</summary>
    public async Task RunEveryAsync(TimeSpan interval, Action<WarehouseException> onFailed, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(interval, _database.Clock);
        while (await timer.WaitForNextTickAsync(cancellationToken).ConfigureAwait(false))
        {
            try
            {
                await CheckpointAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (WarehouseException error)
            {
                onFailed(error);
            }
        }
    }

    /// <summary>Looks at the disk of the warehouse; null for one in memory.</summary>
    public FreeSpace? FreeSpace()
    {
        if (OpenEngines.IsInMemory(_database.Path))
        {
            return null;
        }

        long log = SizeOf(_database.Path + ".wal");
        var drive = new DriveInfo(Path.GetDirectoryName(_database.Path)!);
        return new FreeSpace(drive.AvailableFreeSpace, (2 * log) + Volatile.Read(ref _largestTableBytes));
    }

    /// <summary>Refuses to write when the disk could not take it.</summary>
    /// <exception cref="WarehouseException">Too little space is free.</exception>
    internal void RequireSpace()
    {
        if (FreeSpace() is { IsEnough: false } space)
        {
            throw new WarehouseException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The disk of {_database.Path} has {space.AvailableBytes >> 20} MB free; writing needs {space.NeededBytes >> 20} MB (twice the log and the largest table)."),
                kind: WarehouseErrorKind.DiskFull);
        }
    }

    private static long SizeOf(string file) => File.Exists(file) ? new FileInfo(file).Length : 0;

    private async Task<CheckpointReport> CheckpointAsync(Generation generation, CancellationToken token)
    {
        bool isDrained = await DrainAsync(token).ConfigureAwait(false);
        try
        {
            long started = _database.Clock.GetTimestamp();
            long log = SizeOf(_database.Path + ".wal");
            generation.Writer.Execute("CHECKPOINT");
            Volatile.Write(ref _largestTableBytes, LargestTable(generation.Writer));
            return new CheckpointReport(isDrained, log, SizeOf(_database.Path), _database.Clock.GetElapsedTime(started));
        }
        finally
        {
            if (isDrained)
            {
                _database.Gate.LeaveAll();
            }
        }
    }

    private async Task<bool> DrainAsync(CancellationToken token)
    {
        using var patience = new CancellationTokenSource(Patience, _database.Clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, token);
        try
        {
            await _database.Gate.EnterAllAsync(either.Token).ConfigureAwait(false);
            return true;
        }
        catch (OperationCanceledException) when (!token.IsCancellationRequested)
        {
            return false;
        }
    }

    private long LargestTable(DuckDbConnection connection)
    {
        using DuckDbCommand command = connection.CreateCommand(
            "SELECT coalesce(max(estimated_size) / nullif(sum(estimated_size), 0), 0)::DOUBLE FROM duckdb_tables() WHERE database_name = current_database()");
        double share = (double)command.ExecuteScalar()!;
        return (long)(share * SizeOf(_database.Path));
    }
}
