using ProdSales.Support;
using ProdSales.Warehouse.Upkeep;

namespace ProdSales.Warehouse.Tests.Upkeep;

public sealed class BackupShelfTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_backup_is_a_warehouse_with_the_same_rows_types_and_views()
    {
        using WarehouseDatabase database = WarehouseDatabase.Open(_folder.File("o'brien.duckdb"));
        database.Writer.Write(t => t.Connection.Execute("""
            CREATE TYPE channel AS ENUM ('reseller', 'internet');
            CREATE SCHEMA "some schema";
            CREATE TABLE fact_sale AS SELECT i AS id, (i / 3)::DECIMAL(18,2) AS amount, 'internet'::channel AS channel FROM range(10000) AS r(i);
            CREATE TABLE "some schema"."odd table" AS SELECT 1 AS n;
            CREATE VIEW revenue AS SELECT sum(amount) AS total FROM fact_sale
            """));

        BackupReport report = await database.Backups.WriteAsync("2026-11-21.duckdb");

        Assert.Equal(new Dictionary<string, long> { ["main.fact_sale"] = 10_000, ["some schema.odd table"] = 1 }, report.RowsByTable);
        Assert.Equal(new FileInfo(report.Path).Length, report.Bytes);
        using WarehouseDatabase restored = WarehouseDatabase.Open(report.Path);
        foreach (string sql in new[] { "SELECT total FROM revenue", "SELECT sum(hash(f)) FROM fact_sale AS f", "SELECT typeof(channel) FROM fact_sale LIMIT 1" })
        {
            Assert.Equal(await Read(database, sql), await Read(restored, sql));
        }
    }

    [Fact]
    public async Task A_backup_beside_a_writer_holds_one_snapshot()
    {
        using WarehouseDatabase database = WarehouseDatabase.Open(_folder.File("a.duckdb"));
        database.Writer.Write(t => t.Connection.Execute("CREATE TABLE a AS SELECT i FROM range(200000) AS r(i); CREATE TABLE b AS SELECT i FROM a"));
        using var stop = new CancellationTokenSource();
        Task writing = Task.Run(() =>
        {
            while (!stop.IsCancellationRequested)
            {
                database.Writer.Write(t => t.Connection.Execute("INSERT INTO a VALUES (1); INSERT INTO b VALUES (1)"));
            }
        });

        BackupReport report = await database.Backups.WriteAsync("b.duckdb");
        await stop.CancelAsync();
        await writing;

        Assert.Equal(report.RowsByTable["main.a"], report.RowsByTable["main.b"]);
    }

    [Fact]
    public async Task A_name_that_leads_out_of_the_folder_or_exists_is_refused()
    {
        using WarehouseDatabase database = WarehouseDatabase.Open(_folder.File("a.duckdb"));
        await database.Backups.WriteAsync("x.duckdb");

        await Assert.ThrowsAsync<ArgumentException>(() => database.Backups.WriteAsync("../x.duckdb"));
        await Assert.ThrowsAsync<InvalidOperationException>(() => database.Backups.WriteAsync("x.duckdb"));
        Assert.True(File.Exists(Path.Combine(database.BackupFolder, "x.duckdb")));
    }

    [Fact]
    public async Task A_cancelled_backup_leaves_no_file_and_a_usable_connection()
    {
        using WarehouseDatabase database = WarehouseDatabase.Open(_folder.File("a.duckdb"), new WarehouseSettings { Readers = 1 });
        database.Writer.Write(t => t.Connection.Execute("CREATE TABLE t AS SELECT i, hash(i) AS h FROM range(3000000) AS r(i)"));
        using var cancellation = new CancellationTokenSource();

        Task backup = database.Backups.WriteAsync("x.duckdb", cancellation.Token);
        SpinWait.SpinUntil(() => backup.IsCompleted || Directory.GetFiles(database.BackupFolder).Length > 0);
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => backup);

        Assert.Empty(Directory.GetFiles(database.BackupFolder));
        Assert.Equal(3_000_000L, await Read(database, "SELECT count(*) FROM t"));
        Assert.Equal(3_000_000, (await database.Backups.WriteAsync("x.duckdb")).RowsByTable["main.t"]);
    }

    private static Task<object?> Read(WarehouseDatabase database, string sql) => database.Readers.ReadAsync((c, _) => c.Scalar(sql));
}
