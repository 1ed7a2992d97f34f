using ProdSales.Support;
using ProdSales.Warehouse.Provider;
using ProdSales.Warehouse.Reading;

namespace ProdSales.Warehouse.Tests.Traps;

/// <summary>Trap 6: a fatal error makes the whole instance unusable until it is opened again.</summary>
public sealed class FatalErrorTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("BEFORE_TRUNCATE")]
    [InlineData("BEFORE_HEADER")]
    [InlineData("AFTER_FREE_LIST_WRITE")]
    [InlineData("BEFORE_WAL_FINISH")]
    public async Task A_checkpoint_that_breaks_off_loses_nothing_and_the_next_use_opens_the_file_again(string abort)
    {
        using WarehouseDatabase database = WarehouseDatabase.Open(
            _folder.File("sales.duckdb"), new WarehouseSettings { Injected = new Dictionary<string, string> { ["debug_checkpoint_abort"] = abort } });
        database.Writer.Write(t => t.Connection.Execute("CREATE TABLE t AS SELECT i AS n, 'name ' || i AS name FROM range(50000) AS r(i)"));
        object? before = await Fingerprint(database);

        WarehouseException error = await Assert.ThrowsAsync<WarehouseException>(() => database.Maintenance.CheckpointAsync());

        Assert.Equal(WarehouseErrorKind.Fatal, error.Kind);
        Assert.True(error.IsTransient);
        Assert.Equal(1, database.GenerationNumber);
        Assert.Equal(before, await Fingerprint(database));
        Assert.Equal(2, database.GenerationNumber);
        database.Writer.Write(t => t.Connection.Execute("INSERT INTO t VALUES (-1, 'after')"));
        Assert.Equal(50_001L, await database.Readers.ReadAsync((c, _) => c.Scalar("SELECT count(*) FROM t")));
    }

    [Fact]
    public async Task A_checkpoint_that_breaks_off_inside_a_commit_is_told_and_leaves_nothing_of_the_commit()
    {
        using WarehouseDatabase database = WarehouseDatabase.Open(
            _folder.File("sales.duckdb"),
            new WarehouseSettings { LogBytes = 100_000, Injected = new Dictionary<string, string> { ["debug_checkpoint_abort"] = "BEFORE_HEADER" } });
        database.Writer.Write(t => t.Connection.Execute("CREATE TABLE t (n BIGINT, name VARCHAR)"));

        WarehouseException error = Assert.Throws<WarehouseException>(
            () => database.Writer.Write(t => t.Connection.Execute("INSERT INTO t SELECT i, 'a name that is long ' || i FROM range(50000) AS r(i)")));

        Assert.Equal((WarehouseErrorKind.Fatal, true), (error.Kind, error.IsTransient));
        Assert.Equal(0L, await database.Readers.ReadAsync((c, _) => c.Scalar("SELECT count(*) FROM t")));
        Assert.Equal(2, database.GenerationNumber);
        database.Writer.Write(t => t.Connection.Execute("INSERT INTO t VALUES (1, 'after')"));
        Assert.Equal(1L, await database.Readers.ReadAsync((c, _) => c.Scalar("SELECT count(*) FROM t")));
    }

    [Fact]
    public async Task A_lease_from_before_a_fatal_error_fails_and_can_be_given_back_after_which_all_go_on()
    {
        using WarehouseDatabase database = WarehouseDatabase.Open(
            _folder.File("sales.duckdb"), new WarehouseSettings { Injected = new Dictionary<string, string> { ["debug_checkpoint_abort"] = "BEFORE_HEADER" } });
        database.Writer.Write(t => t.Connection.Execute("CREATE TABLE t AS SELECT 1 AS n"));
        ReaderLease held = database.Readers.Lease();
        held.Connection.BeginTransaction();
        await Assert.ThrowsAsync<WarehouseException>(() => database.Maintenance.CheckpointAsync());

        Assert.Equal(WarehouseErrorKind.Fatal, Assert.Throws<WarehouseException>(() => held.Connection.Scalar("SELECT n FROM t")).Kind);
        Task<object?> waiting = database.Readers.ReadAsync((c, _) => c.Scalar("SELECT n FROM t"));
        Assert.False(waiting.IsCompleted);
        held.Dispose();

        Assert.Equal(1, await waiting);
    }

    [Fact]
    public void The_engine_itself_refuses_everything_after_a_fatal_error()
    {
        using DuckDbConnection connection = Opened("BEFORE_HEADER");
        connection.Execute("CREATE TABLE t AS SELECT 1 AS n");
        Assert.Throws<WarehouseException>(() => connection.Execute("CHECKPOINT"));

        WarehouseException error = Assert.Throws<WarehouseException>(() => connection.Scalar("SELECT 1"));

        Assert.Equal(WarehouseErrorKind.Fatal, error.Kind);
    }

    private static Task<object?> Fingerprint(WarehouseDatabase database) =>
        database.Readers.ReadAsync((c, _) => c.Scalar("SELECT count(*) || '/' || sum(hash(t)) FROM t"));

    private DuckDbConnection Opened(string abort)
    {
        var connection = new DuckDbConnection($"DataSource={_folder.File("raw.duckdb")};debug_checkpoint_abort={abort}");
        connection.Open();
        return connection;
    }
}
