using ProdSales.Warehouse.Provider;
using ProdSales.Warehouse.Reading;

namespace ProdSales.Warehouse.Tests.Provider;

public sealed class InterruptionTests
{
    [Fact]
    public void A_token_stops_a_running_statement_and_the_connection_goes_on()
    {
        using DuckDbConnection connection = Memory.Open();
        using var cancellation = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));
        using DuckDbCommand command = connection.CreateCommand(Endless.Sql);

        OperationCanceledException error = Assert.ThrowsAny<OperationCanceledException>(() => command.ExecuteScalar(cancellation.Token));

        Assert.Equal(cancellation.Token, error.CancellationToken);
        Assert.Equal(1, connection.Scalar("SELECT 1"));
    }

    [Fact]
    public void A_token_that_is_cancelled_already_lets_nothing_run()
    {
        using DuckDbConnection connection = Memory.Open();
        using DuckDbCommand command = connection.CreateCommand("CREATE TABLE t (n INTEGER)");

        Assert.ThrowsAny<OperationCanceledException>(() => command.ExecuteNonQuery(new CancellationToken(canceled: true)));

        Assert.Equal(0L, connection.Scalar("SELECT count(*) FROM duckdb_tables()"));
    }

    [Fact]
    public async Task Another_thread_cancels_a_command()
    {
        using DuckDbConnection connection = Memory.Open();
        using DuckDbCommand command = connection.CreateCommand(Endless.Sql);
        Task<object?> running = Task.Run(command.ExecuteScalar);
        while (!running.IsCompleted)
        {
            command.Cancel();
            await Task.Delay(10);
        }

        WarehouseException error = await Assert.ThrowsAsync<WarehouseException>(() => running);
        Assert.Equal(WarehouseErrorKind.Interrupted, error.Kind);
        Assert.Equal(1, connection.Scalar("SELECT 1"));
    }

    [Fact]
    public void A_command_that_takes_longer_than_its_timeout_says_so()
    {
        using DuckDbConnection connection = Memory.Open();
        using DuckDbCommand command = connection.CreateCommand(Endless.Sql);
        command.CommandTimeout = 1;

        WarehouseException error = Assert.Throws<WarehouseException>(command.ExecuteScalar);

        Assert.Equal(WarehouseErrorKind.TimedOut, error.Kind);
        Assert.Equal("The statement ran longer than 1 s and was stopped.", error.Message);
    }

    [Fact]
    public void A_token_that_is_cancelled_after_the_statement_stops_nothing_later()
    {
        using DuckDbConnection connection = Memory.Open();
        for (int i = 0; i < 200; i++)
        {
            using var cancellation = new CancellationTokenSource();
            using DuckDbCommand command = connection.CreateCommand("SELECT 1");
            command.ExecuteScalar(cancellation.Token);
            cancellation.Cancel();
            Assert.Equal(499_500L, connection.Scalar("SELECT sum(i)::BIGINT FROM range(1000) AS t(i)"));
        }
    }

    [Fact]
    public void Cancelling_at_any_moment_either_answers_rightly_or_cancels()
    {
        using DuckDbConnection connection = Memory.Open();
        int cancelled = 0;
        for (int i = 0; i < 100; i++)
        {
            using var cancellation = new CancellationTokenSource();
            using DuckDbCommand command = connection.CreateCommand("SELECT sum(i)::BIGINT FROM range(300000) AS t(i)");
            cancellation.CancelAfter(TimeSpan.FromMilliseconds(i % 10));
            try
            {
                Assert.Equal(44_999_850_000L, command.ExecuteScalar(cancellation.Token));
            }
            catch (OperationCanceledException)
            {
                cancelled++;
            }
        }

        Assert.InRange(cancelled, 0, 100);
        Assert.Equal(1, connection.Scalar("SELECT 1"));
    }

    [Fact]
    public async Task A_running_statement_tells_its_progress()
    {
        using WarehouseDatabase database = WarehouseDatabase.Open(":memory:");
        database.Writer.Write(t => t.Connection.Execute("CREATE TABLE t AS SELECT i FROM range(2000000) AS r(i)"));
        using ReaderLease lease = await database.Readers.LeaseAsync();
        Assert.Null(lease.Connection.Progress);
        lease.Connection.TrackProgress();
        using var cancellation = new CancellationTokenSource();
        using DuckDbCommand command = lease.Connection.CreateCommand("SELECT count(*) FROM t WHERE regexp_matches(repeat(i::VARCHAR, 400), '(1.*2.*3.*4)+$')");

        // On a thread of its own, and watched by this one: the pool's few threads may all be taken by other tests.
        Task<object?> running = Task.Factory.StartNew(() => command.ExecuteScalar(cancellation.Token), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        QueryProgress? seen = null;
        while (!running.IsCompleted && seen is not { Fraction: > 0 })
        {
            seen = lease.Connection.Progress;
            Thread.Sleep(2);
        }

        // It may end by itself before it is interrupted; that an interrupt ends it is another test's subject.
        await cancellation.CancelAsync();
        Exception? ended = await Record.ExceptionAsync(() => running);
        Assert.True(ended is null or OperationCanceledException, $"It ended with {ended}.");
        Assert.NotNull(seen);
        Assert.InRange(seen.Value.Fraction, double.Epsilon, 1);
        Assert.InRange(seen.Value.RowsDone, 1, seen.Value.RowsTotal);
    }
}
