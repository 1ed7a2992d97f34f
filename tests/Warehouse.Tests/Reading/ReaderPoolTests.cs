using ProdSales.Warehouse.Columns;
using ProdSales.Warehouse.Provider;
using ProdSales.Warehouse.Reading;

namespace ProdSales.Warehouse.Tests.Reading;

public sealed class ReaderPoolTests
{
    [Fact]
    public async Task The_lease_after_the_last_place_waits_and_the_one_after_the_last_waiting_place_is_refused()
    {
        using WarehouseDatabase database = WarehouseDatabase.Open(":memory:", new WarehouseSettings { Readers = 2, MaxWaiting = 1 });
        ReaderLease first = await database.Readers.LeaseAsync();
        using ReaderLease second = await database.Readers.LeaseAsync();
        Task<ReaderLease> third = database.Readers.LeaseAsync();
        WarehouseException error = await Assert.ThrowsAsync<WarehouseException>(() => database.Readers.LeaseAsync());

        Assert.Equal(WarehouseErrorKind.Busy, error.Kind);
        Assert.True(error.IsTransient);
        Assert.False(third.IsCompleted);
        Assert.Equal((2, 1), (database.Readers.Active, database.Readers.Waiting));
        first.Dispose();
        using ReaderLease admitted = await third;
        Assert.Equal(1, admitted.Connection.Scalar("SELECT 1"));
    }

    [Fact]
    public async Task Leases_are_given_in_the_order_in_which_they_were_asked_for()
    {
        using WarehouseDatabase database = WarehouseDatabase.Open(":memory:", new WarehouseSettings { Readers = 1 });
        ReaderLease held = await database.Readers.LeaseAsync();
        var order = new List<int>();
        Task[] waiting = [.. Enumerable.Range(0, 10).Select(Wait)];
        held.Dispose();
        await Task.WhenAll(waiting);

        Assert.Equal(Enumerable.Range(0, 10), order);

        async Task Wait(int i)
        {
            using ReaderLease lease = await database.Readers.LeaseAsync();
            order.Add(i);
        }
    }

    [Fact]
    public async Task A_cancelled_wait_gives_its_place_in_the_queue_up()
    {
        using WarehouseDatabase database = WarehouseDatabase.Open(":memory:", new WarehouseSettings { Readers = 1, MaxWaiting = 1 });
        ReaderLease held = await database.Readers.LeaseAsync();
        using var cancellation = new CancellationTokenSource();
        Task<ReaderLease> waiting = database.Readers.LeaseAsync(cancellation.Token);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);

        Task<ReaderLease> next = database.Readers.LeaseAsync();
        held.Dispose();
        (await next).Dispose();
        Assert.Equal((0, 0), (database.Readers.Active, database.Readers.Waiting));
    }

    [Fact]
    public void A_lease_that_is_given_back_with_a_stream_and_a_transaction_open_leaves_a_clean_connection()
    {
        using WarehouseDatabase database = WarehouseDatabase.Open(":memory:", new WarehouseSettings { Readers = 1 });
        using (ReaderLease lease = database.Readers.Lease())
        {
            lease.Connection.BeginTransaction();
            using DuckDbCommand command = lease.Connection.CreateCommand("SELECT i FROM range(1000000) AS t(i)");
            command.IsStreaming = true;
            ResultChunks left = command.ExecuteChunks();
            Assert.True(left.MoveNext());
        }

        using ReaderLease next = database.Readers.Lease();
        Assert.Null(next.Connection.CurrentTransaction);
        Assert.Equal(1, next.Connection.Scalar("SELECT 1"));
    }

    [Fact]
    public void A_reading_statement_that_takes_too_long_is_stopped_and_its_connection_goes_on()
    {
        using WarehouseDatabase database = WarehouseDatabase.Open(":memory:", new WarehouseSettings { StatementTimeout = TimeSpan.FromMilliseconds(100) });
        using ReaderLease lease = database.Readers.Lease();

        WarehouseException error = Assert.Throws<WarehouseException>(() => lease.Connection.Scalar(Endless.Sql));

        Assert.Equal(WarehouseErrorKind.TimedOut, error.Kind);
        Assert.Contains("0.1 s", error.Message, StringComparison.Ordinal);
        Assert.Equal(1, lease.Connection.Scalar("SELECT 1"));
    }

    [Fact]
    public async Task Reading_off_the_thread_is_cancelled_by_its_token()
    {
        using WarehouseDatabase database = WarehouseDatabase.Open(":memory:");
        using var cancellation = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => database.Readers.ReadAsync(
            (connection, token) =>
            {
                using DuckDbCommand command = connection.CreateCommand(Endless.Sql);
                return command.ExecuteScalar(token);
            },
            cancellation.Token));

        Assert.Equal(0, database.Readers.Active);
    }
}
