using ProdSales.Warehouse.Reading;

namespace ProdSales.Warehouse.Tests.Writing;

public sealed class WarehouseWriterTests : IDisposable
{
    private readonly WarehouseDatabase _database = WarehouseDatabase.Open(":memory:");

    public WarehouseWriterTests() => _database.Writer.Write(t => t.Connection.Execute("CREATE TABLE t (n INTEGER)"));

    public void Dispose() => _database.Dispose();

    [Fact]
    public void A_write_that_throws_leaves_nothing_and_the_next_one_passes()
    {
        Assert.Throws<DivideByZeroException>(() => _database.Writer.Write(t =>
        {
            t.Connection.Execute("INSERT INTO t VALUES (1)");
            throw new DivideByZeroException();
        }));
        _database.Writer.Write(t => t.Connection.Execute("INSERT INTO t VALUES (2)"));

        Assert.Equal(2, Read("SELECT sum(n)::INTEGER FROM t"));
    }

    [Fact]
    public void Writes_of_many_threads_run_one_after_the_other()
    {
        Parallel.For(0, 40, i => _database.Writer.Write(t => t.Connection.Execute($"INSERT INTO t SELECT coalesce(max(n), 0) + 1 FROM t")));

        Assert.Equal(40, Read("SELECT max(n) FROM t"));
        Assert.Equal(40L, Read("SELECT count(DISTINCT n) FROM t"));
    }

    [Fact]
    public void A_conflict_is_tried_again()
    {
        int attempts = 0;
        _database.Writer.Write(t => t.Connection.Execute("INSERT INTO t VALUES (1)"));
        using ReaderLease other = _database.Readers.Lease();

        _database.Writer.Write(t =>
        {
            t.Connection.Scalar("SELECT count(*) FROM t");
            if (attempts++ == 0)
            {
                other.Connection.Execute("UPDATE t SET n = n + 10");
            }

            t.Connection.Execute("UPDATE t SET n = n + 100");
        });

        Assert.Equal(2, attempts);
        Assert.Equal(111, Read("SELECT n FROM t"));
    }

    [Fact]
    public void A_commit_tells_what_it_touched_after_it_can_be_read()
    {
        var heard = new List<(long Number, string Touched, object? Seen)>();
        _database.Writer.Committed += (_, commit) => heard.Add((commit.Number, string.Join(",", commit.Touched), Read("SELECT count(*) FROM t")));

        _database.Writer.Write(t =>
        {
            t.Touch("fact_sale");
            t.Touch("dim_customer");
            t.Touch("fact_sale");
            t.Connection.Execute("INSERT INTO t VALUES (1)");
        });
        Assert.Throws<WarehouseException>(() => _database.Writer.Write(t => t.Connection.Execute("INSERT INTO nothing VALUES (1)")));

        Assert.Equal([(2L, "dim_customer,fact_sale", 1L)], heard);
    }

    [Fact]
    public void A_write_inside_a_write_is_refused_instead_of_waiting_for_itself()
    {
        Assert.Throws<InvalidOperationException>(() => _database.Writer.Write(_ => _database.Writer.Write(t => t.Connection.Execute("INSERT INTO t VALUES (1)"))));

        _database.Writer.Write(t => t.Connection.Execute("INSERT INTO t VALUES (2)"));
        Assert.Equal(2, Read("SELECT sum(n)::INTEGER FROM t"));
    }

    [Fact]
    public async Task A_reader_sees_one_snapshot_while_the_writer_commits()
    {
        using ReaderLease lease = await _database.Readers.LeaseAsync();
        using (lease.Connection.BeginTransaction())
        {
            Assert.Equal(0L, lease.Connection.Scalar("SELECT count(*) FROM t"));
            await _database.Writer.WriteAsync(t => t.Connection.Execute("INSERT INTO t VALUES (1)"));
            Assert.Equal(0L, lease.Connection.Scalar("SELECT count(*) FROM t"));
        }

        Assert.Equal(1L, lease.Connection.Scalar("SELECT count(*) FROM t"));
    }

    private object? Read(string sql)
    {
        using ReaderLease lease = _database.Readers.Lease();
        return lease.Connection.Scalar(sql);
    }
}
