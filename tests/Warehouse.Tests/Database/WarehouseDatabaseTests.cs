using ProdSales.Support;
using ProdSales.Warehouse.Provider;
using ProdSales.Warehouse.Reading;

namespace ProdSales.Warehouse.Tests.Database;

public sealed class WarehouseDatabaseTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string File => _folder.File("sales.duckdb");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_the_writer_commits_the_readers_see_and_a_later_opening_too()
    {
        using (WarehouseDatabase database = WarehouseDatabase.Open(File))
        {
            database.Writer.Write(t => t.Connection.Execute("CREATE TABLE sale AS SELECT 42 AS amount"));
            using ReaderLease lease = database.Readers.Lease();
            Assert.Equal(42, lease.Connection.Scalar("SELECT amount FROM sale"));
        }

        using WarehouseDatabase again = WarehouseDatabase.Open(File);
        using ReaderLease second = again.Readers.Lease();
        Assert.Equal(42, second.Connection.Scalar("SELECT amount FROM sale"));
        Assert.Null(again.Recovered);
    }

    [Fact]
    public void A_second_opening_in_the_process_is_refused_because_it_would_lose_data()
    {
        using WarehouseDatabase database = WarehouseDatabase.Open(File);
        string link = _folder.File("link.duckdb");
        System.IO.File.CreateSymbolicLink(link, File);

        InvalidOperationException error = Assert.Throws<InvalidOperationException>(() => WarehouseDatabase.Open(link));

        Assert.Contains(database.Path, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SELECT count(*) FROM read_csv('/etc/passwd')")]
    [InlineData("COPY (SELECT 1) TO 'outside-of-the-folders.csv'")]
    [InlineData("ATTACH 'outside-of-the-folders.duckdb' AS other")]
    [InlineData("SET threads = 1")]
    [InlineData("SET disabled_optimizers = ''")]
    [InlineData("SET GLOBAL allowed_directories = ['/']")]
    [InlineData("SET enable_external_access = true")]
    [InlineData("INSTALL httpfs")]
    public void Statements_reach_no_file_and_no_setting(string sql)
    {
        using WarehouseDatabase database = WarehouseDatabase.Open(File);
        using ReaderLease lease = database.Readers.Lease();

        Assert.Throws<WarehouseException>(() => lease.Connection.Execute(sql));
    }

    [Fact]
    public void Statements_reach_the_spool_folder_but_not_through_it()
    {
        using WarehouseDatabase database = WarehouseDatabase.Open(File);
        using ReaderLease lease = database.Readers.Lease();
        string spooled = Path.Combine(database.SpoolFolder, "rows.parquet");

        lease.Connection.Execute($"COPY (SELECT i FROM range(5) AS t(i)) TO '{spooled}' (FORMAT parquet)");

        Assert.Equal(5L, lease.Connection.Scalar($"SELECT count(*) FROM '{spooled}'"));
        WarehouseException error = Assert.Throws<WarehouseException>(
            () => lease.Connection.Scalar($"SELECT count(*) FROM read_csv('{database.SpoolFolder}/../../../../../../../etc/passwd')"));
        Assert.Equal(WarehouseErrorKind.Forbidden, error.Kind);
    }

    [Fact]
    public void Every_session_has_the_safe_settings()
    {
        using WarehouseDatabase database = WarehouseDatabase.Open(File, new WarehouseSettings { Threads = 2, MemoryBytes = 512L << 20 });
        using ReaderLease lease = database.Readers.Lease();

        string? Setting(string name) => (string?)lease.Connection.Scalar($"SELECT value FROM duckdb_settings() WHERE name = '{name}'");

        Assert.Equal("top_n_window_elimination,common_subplan", Setting("disabled_optimizers"));
        Assert.Equal("true", Setting("scheduler_process_partial"));
        Assert.Equal("false", Setting("enable_external_access"));
        Assert.Equal("true", Setting("lock_configuration"));
        Assert.Equal("UTC", Setting("TimeZone"));
        Assert.Equal("2", Setting("threads"));
        Assert.Equal("512.0 MiB", Setting("memory_limit"));
        Assert.Equal($"{database.Path}.spill", Setting("temp_directory"));
    }

    [Fact]
    public void All_settings_out_of_range_are_told_at_once()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => WarehouseDatabase.Open(File, new WarehouseSettings { Threads = 0, Readers = -1 }));

        Assert.Contains("Threads is 0 and must be at least 1", error.Message, StringComparison.Ordinal);
        Assert.Contains("Readers is -1 and must be at least 1", error.Message, StringComparison.Ordinal);
        Assert.False(System.IO.File.Exists(File));
    }

    [Fact]
    public async Task Closing_stops_what_runs_and_refuses_what_comes_later()
    {
        WarehouseDatabase database = WarehouseDatabase.Open(File, new WarehouseSettings { Readers = 1 });
        Task<object?> running = database.Readers.ReadAsync((c, _) => c.Scalar(Endless.Sql));
        Task<object?> waiting = database.Readers.ReadAsync((c, _) => c.Scalar("SELECT 1"));
        while (database.Readers.Waiting == 0)
        {
            await Task.Delay(5);
        }

        database.Dispose();
        database.Dispose();

        await Assert.ThrowsAsync<WarehouseException>(() => running);
        Exception? late = await Record.ExceptionAsync(() => waiting);
        Assert.True(late is null or ObjectDisposedException);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => database.Readers.LeaseAsync());
        Assert.Throws<ObjectDisposedException>(() => database.Writer.Write(t => t.Connection.Execute("SELECT 1")));
        WarehouseDatabase.Open(File).Dispose();
    }

    [Fact]
    public void A_script_that_fails_half_way_leaves_no_transaction_open()
    {
        using DuckDbConnection connection = Memory.Open();
        Assert.Throws<WarehouseException>(() => connection.Execute("BEGIN; CREATE TABLE t (n INTEGER); SELECT 'x'::INTEGER; COMMIT"));

        using (connection.BeginTransaction())
        {
            Assert.Equal(0L, connection.Scalar("SELECT count(*) FROM duckdb_tables()"));
        }
    }
}
