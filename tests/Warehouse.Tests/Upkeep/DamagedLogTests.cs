using System.Globalization;
using ProdSales.Support;
using ProdSales.Warehouse.Provider;
using ProdSales.Warehouse.Reading;

namespace ProdSales.Warehouse.Tests.Upkeep;

public sealed class DamagedLogTests : IDisposable
{
    private const int Batches = 20;

    private static readonly DateTimeOffset Now = new(2026, 11, 21, 18, 0, 0, TimeSpan.Zero);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_log_with_a_tail_of_zeros_opens_with_every_batch_and_the_found_log_is_kept()
    {
        (string file, byte[] log) = FileWithLog();
        File.WriteAllBytes(file + ".wal", [.. log, .. new byte[5000]]);
        RefusedByTheEngine(file);

        using WarehouseDatabase database = Open(file);

        Assert.Equal((Batches, 0L), WholeAndTorn(database));
        Assert.Equal($"{database.Path}.wal.damaged-20261121T180000Z", database.Recovered!.KeptCopy);
        Assert.Equal(log.Length + 5000, new FileInfo(database.Recovered.KeptCopy).Length);
        Assert.Equal((log.Length, 5000), (database.Recovered.KeptBytes, database.Recovered.CutBytes));
    }

    [Fact]
    public void A_log_with_a_flipped_byte_opens_with_the_whole_batches_before_it_and_is_sound_afterwards()
    {
        (string file, byte[] log) = FileWithLog();
        log[log.Length / 2] ^= 0x10;
        File.WriteAllBytes(file + ".wal", log);
        RefusedByTheEngine(file);

        using (WarehouseDatabase database = Open(file))
        {
            (long whole, long torn) = WholeAndTorn(database);

            Assert.InRange(whole, 1, Batches - 1);
            Assert.Equal(0, torn);
            Assert.Equal(log.Length, database.Recovered!.KeptBytes + database.Recovered.CutBytes);
            database.Writer.Write(t => t.Connection.Execute("INSERT INTO t VALUES (99, 1)"));
        }

        using WarehouseDatabase again = Open(file);
        Assert.Null(again.Recovered);
    }

    [Fact]
    public void A_byte_flipped_anywhere_behind_the_head_of_the_log_leaves_whole_batches_only()
    {
        const int Seed = 20261121;
        const int HeadBytes = 100;
        (string file, byte[] log) = FileWithLog();
        byte[] database = File.ReadAllBytes(file);
        uint state = Seed;
        for (int flip = 0; flip < 25; flip++)
        {
            state = (state * 1664525) + 1013904223;
            int place = HeadBytes + (int)(state % (uint)(log.Length - HeadBytes));
            byte[] flipped = [.. log];
            flipped[place] ^= (byte)(1 << (flip % 8));
            string damaged = _folder.File($"flip-{flip}.duckdb");
            File.WriteAllBytes(damaged, database);
            File.WriteAllBytes(damaged + ".wal", flipped);

            using WarehouseDatabase opened = Open(damaged);
            (long whole, long torn) = WholeAndTorn(opened);

            Assert.True(torn == 0 && whole is >= 0 and <= Batches, $"seed {Seed}, flip {flip} at {place} of {log.Length}: {whole} whole, {torn} torn");
        }
    }

    [Fact]
    public void A_flipped_byte_in_the_head_of_the_log_is_not_noticed_by_the_engine_so_batches_must_be_looked_up_before_a_source_forgets_them()
    {
        (string file, byte[] log) = FileWithLog();
        log[0] ^= 0x04;
        File.WriteAllBytes(file + ".wal", log);

        using WarehouseDatabase database = Open(file);

        Assert.Null(database.Recovered);
        Assert.Equal((0L, 0L), WholeAndTorn(database));
    }

    [Fact]
    public void A_log_that_breaks_off_opens_by_itself_with_the_whole_batches_before_it()
    {
        (string file, byte[] log) = FileWithLog();
        File.WriteAllBytes(file + ".wal", log[..(log.Length * 2 / 3)]);

        using WarehouseDatabase database = Open(file);

        (long whole, long torn) = WholeAndTorn(database);
        Assert.InRange(whole, 1, Batches - 1);
        Assert.Equal(0, torn);
    }

    [Fact]
    public void A_damaged_block_of_the_file_is_told_and_never_cut()
    {
        (string file, _) = FileWithLog();
        File.Delete(file + ".wal");
        byte[] bytes = File.ReadAllBytes(file);
        bytes[5000] ^= 0x10;
        bytes[9000] ^= 0x10;
        File.WriteAllBytes(file, bytes);

        WarehouseException error = Assert.Throws<WarehouseException>(() => Open(file));

        Assert.Equal(WarehouseErrorKind.Corrupt, error.Kind);
        Assert.Equal(bytes, File.ReadAllBytes(file));
    }

    private static WarehouseDatabase Open(string file) => WarehouseDatabase.Open(file, clock: new FixedClock(Now));

    private static void RefusedByTheEngine(string file)
    {
        using var connection = new DuckDbConnection($"DataSource={file}");
        WarehouseException error = Assert.Throws<WarehouseException>(connection.Open);
        Assert.Contains("Corrupt WAL file", error.Message, StringComparison.Ordinal);
    }

    private static (long Whole, long Torn) WholeAndTorn(WarehouseDatabase database)
    {
        using ReaderLease lease = database.Readers.Lease();
        using DuckDbCommand command = lease.Connection.CreateCommand(
            "SELECT count(*) FILTER (c = 1000), count(*) FILTER (c <> 1000) FROM (SELECT batch, count(*) AS c FROM t GROUP BY batch)");
        using DuckDbDataReader reader = command.ExecuteReader();
        reader.Read();
        return (reader.GetInt64(0), reader.GetInt64(1));
    }

    private (string File, byte[] Log) FileWithLog()
    {
        string live = _folder.File("live.duckdb");
        string copy = _folder.File("copy.duckdb");
        using WarehouseDatabase database = WarehouseDatabase.Open(live);
        database.Writer.Write(t => t.Connection.Execute("CREATE TABLE t (batch INTEGER, n BIGINT)"));
        database.Maintenance.CheckpointAsync().GetAwaiter().GetResult();
        for (int batch = 0; batch < Batches; batch++)
        {
            string number = batch.ToString(CultureInfo.InvariantCulture);
            database.Writer.Write(t => t.Connection.Execute($"INSERT INTO t SELECT {number}, i FROM range(1000) AS r(i)"));
        }

        File.Copy(live, copy);
        return (copy, File.ReadAllBytes(live + ".wal"));
    }
}
