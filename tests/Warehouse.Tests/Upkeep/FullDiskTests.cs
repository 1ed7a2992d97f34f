using ProdSales.Support;

namespace ProdSales.Warehouse.Tests.Upkeep;

[Trait("Speed", "Slow")]
public sealed class FullDiskTests
{
    [SmallDiskFact]
    public async Task A_commit_that_finds_the_disk_full_is_undone_and_reading_goes_on()
    {
        using var disk = SmallDisk.Mount();
        using WarehouseDatabase database = WarehouseDatabase.Open(disk.File("a.duckdb"), new WarehouseSettings { LogBytes = 1L << 30 });
        database.Writer.Write(t => t.Connection.Execute("CREATE TABLE t (batch INTEGER, h UBIGINT)"));
        (int committed, WarehouseException error) = WriteUntilRefused(database);

        Assert.Equal(WarehouseErrorKind.DiskFull, error.Kind);
        Assert.True(committed > 0);
        Assert.Equal(committed * 100_000L, await Read(database, "SELECT count(*) FROM t"));
        disk.FreeSome();
        database.Writer.Write(t => t.Connection.Execute("INSERT INTO t VALUES (-1, 0)"));
        Assert.Equal((committed * 100_000L) + 1, await Read(database, "SELECT count(*) FROM t"));
    }

    [SmallDiskFact]
    public async Task A_checkpoint_that_finds_the_disk_full_loses_nothing_and_reading_goes_on_by_itself()
    {
        using var disk = SmallDisk.Mount();
        using WarehouseDatabase database = WarehouseDatabase.Open(disk.File("a.duckdb"), new WarehouseSettings { LogBytes = 1L << 30 });
        database.Writer.Write(t => t.Connection.Execute("CREATE TABLE t AS SELECT hash(i) AS h FROM range(2000000) AS r(i)"));
        disk.Fill();

        WarehouseException error = await Assert.ThrowsAsync<WarehouseException>(() => database.Maintenance.CheckpointAsync());

        Assert.Contains(error.Kind, new[] { WarehouseErrorKind.Fatal, WarehouseErrorKind.DiskFull });
        Assert.Equal(2_000_000L, await Read(database, "SELECT count(*) FROM t"));
        disk.FreeSome();
        await database.Maintenance.CheckpointAsync();
        Assert.Equal(2_000_000L, await Read(database, "SELECT count(*) FROM t"));
    }

    [SmallDiskFact]
    public void Writing_is_refused_before_the_disk_is_full()
    {
        using var disk = SmallDisk.Mount();
        using WarehouseDatabase database = WarehouseDatabase.Open(disk.File("a.duckdb"), new WarehouseSettings { LogBytes = 1L << 30 });
        database.Writer.Write(t => t.Connection.Execute("CREATE TABLE t AS SELECT hash(i) AS h FROM range(500000) AS r(i)"));
        disk.Fill();

        WarehouseException error = Assert.Throws<WarehouseException>(() => database.Writer.Write(t => t.Connection.Execute("INSERT INTO t VALUES (1)")));

        Assert.Equal(WarehouseErrorKind.DiskFull, error.Kind);
        Assert.Contains("writing needs", error.Message, StringComparison.Ordinal);
    }

    private static (int Committed, WarehouseException Error) WriteUntilRefused(WarehouseDatabase database)
    {
        for (int batch = 0; ; batch++)
        {
            try
            {
                database.Writer.Write(t => t.Connection.Execute($"INSERT INTO t SELECT {batch}, hash(i + {batch}) FROM range(100000) AS r(i)"));
            }
            catch (WarehouseException error)
            {
                return (batch, error);
            }
        }
    }

    private static Task<object?> Read(WarehouseDatabase database, string sql) => database.Readers.ReadAsync((c, _) => c.Scalar(sql));
}
