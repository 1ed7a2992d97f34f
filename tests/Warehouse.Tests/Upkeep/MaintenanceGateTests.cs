using ProdSales.Support;
using ProdSales.Warehouse.Provider;
using ProdSales.Warehouse.Reading;
using ProdSales.Warehouse.Upkeep;

namespace ProdSales.Warehouse.Tests.Upkeep;

public sealed class MaintenanceGateTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_checkpoint_empties_the_log_and_tells_the_sizes()
    {
        using WarehouseDatabase database = WarehouseDatabase.Open(_folder.File("a.duckdb"));
        database.Writer.Write(t => t.Connection.Execute("CREATE TABLE t AS SELECT i FROM range(1000) AS r(i)"));
        long log = new FileInfo(database.Path + ".wal").Length;

        CheckpointReport report = await database.Maintenance.CheckpointAsync();

        Assert.True(report.WasDrained);
        Assert.Equal(log, report.LogBytes);
        Assert.Equal(new FileInfo(database.Path).Length, report.FileBytes);
        Assert.False(File.Exists(database.Path + ".wal") && new FileInfo(database.Path + ".wal").Length > 0);
        Assert.Equal(0, database.Readers.Active);
    }

    [Fact]
    public async Task A_reader_that_stays_is_waited_for_and_then_the_checkpoint_runs_beside_it()
    {
        using WarehouseDatabase database = WarehouseDatabase.Open(_folder.File("a.duckdb"));
        database.Writer.Write(t => t.Connection.Execute("CREATE TABLE t AS SELECT 1 AS n"));
        using ReaderLease staying = await database.Readers.LeaseAsync();
        using DuckDbTransaction snapshot = staying.Connection.BeginTransaction();
        Assert.Equal(1, staying.Connection.Scalar("SELECT n FROM t"));

        CheckpointReport report = await database.Maintenance.CheckpointAsync();

        Assert.False(report.WasDrained);
        Assert.Equal(1, staying.Connection.Scalar("SELECT n FROM t"));
        using ReaderLease later = await database.Readers.LeaseAsync();
        Assert.Equal(1, later.Connection.Scalar("SELECT n FROM t"));
    }

    [Fact]
    public async Task Checkpoints_run_again_and_again_until_they_are_cancelled()
    {
        using WarehouseDatabase database = WarehouseDatabase.Open(_folder.File("a.duckdb"));
        database.Writer.Write(t => t.Connection.Execute("CREATE TABLE t (n INTEGER)"));
        using var cancellation = new CancellationTokenSource();
        var failures = new List<WarehouseException>();
        Task running = database.Maintenance.RunEveryAsync(TimeSpan.FromMilliseconds(5), failures.Add, cancellation.Token);
        for (int round = 0; round < 3; round++)
        {
            database.Writer.Write(t => t.Connection.Execute("INSERT INTO t VALUES (1)"));
            while (File.Exists(database.Path + ".wal") && new FileInfo(database.Path + ".wal").Length > 0)
            {
                await Task.Delay(5);
            }
        }

        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        Assert.Empty(failures);
    }

    [Fact]
    public async Task The_space_of_deleted_rows_is_used_again()
    {
        using WarehouseDatabase database = WarehouseDatabase.Open(_folder.File("a.duckdb"));
        database.Writer.Write(t => t.Connection.Execute("CREATE TABLE t (day INTEGER, n BIGINT)"));
        long first = 0;
        for (int round = 0; round < 12; round++)
        {
            database.Writer.Write(t => t.Connection.Execute("DELETE FROM t; INSERT INTO t SELECT i % 30, hash(i)::HUGEINT % 1000000007 FROM range(200000) AS r(i)"));
            CheckpointReport report = await database.Maintenance.CheckpointAsync();
            first = round == 3 ? report.FileBytes : first;
            Assert.True(round <= 3 || report.FileBytes <= first * 2, $"round {round}: {report.FileBytes} bytes after {first}");
        }
    }

    [Fact]
    public void Free_space_counts_the_log_twice_and_a_warehouse_in_memory_has_none()
    {
        using WarehouseDatabase database = WarehouseDatabase.Open(_folder.File("a.duckdb"));
        database.Writer.Write(t => t.Connection.Execute("CREATE TABLE t AS SELECT i FROM range(1000) AS r(i)"));
        using WarehouseDatabase inMemory = WarehouseDatabase.Open(":memory:");

        FreeSpace space = database.Maintenance.FreeSpace()!;

        Assert.Equal(2 * new FileInfo(database.Path + ".wal").Length, space.NeededBytes);
        Assert.True(space.AvailableBytes > 0);
        Assert.Null(inMemory.Maintenance.FreeSpace());
        Assert.False(new FreeSpace(10, 11).IsEnough);
        Assert.True(new FreeSpace(11, 11).IsEnough);
    }
}
