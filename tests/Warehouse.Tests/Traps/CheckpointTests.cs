using ProdSales.Support;
using ProdSales.Warehouse.Upkeep;

namespace ProdSales.Warehouse.Tests.Traps;

/// <summary>A checkpoint beside an open write transaction may fail or stall; so ours runs between writes.</summary>
public sealed class CheckpointTests
{
    [Fact]
    public async Task A_checkpoint_waits_for_the_write_that_runs()
    {
        using var folder = new TemporaryFolder();
        using WarehouseDatabase database = WarehouseDatabase.Open(folder.File("a.duckdb"));
        database.Writer.Write(t => t.Connection.Execute("CREATE TABLE t (n INTEGER)"));
        using var mayEnd = new ManualResetEventSlim();
        using var hasBegun = new ManualResetEventSlim();
        Task<int> write = database.Writer.WriteAsync(t =>
        {
            int changed = t.Connection.Execute("INSERT INTO t VALUES (1)");
            hasBegun.Set();
            mayEnd.Wait();
            return changed;
        });
        hasBegun.Wait();
        Task<CheckpointReport> checkpoint = database.Maintenance.CheckpointAsync();

        Assert.False(checkpoint.IsCompleted);
        mayEnd.Set();
        Assert.Equal(1, await write);
        Assert.True((await checkpoint).WasDrained);
    }
}
