using System.Diagnostics;
using ProdSales.Warehouse.Columns;
using ProdSales.Warehouse.Provider;

namespace ProdSales.Warehouse.Tests.Provider;

[Trait("Speed", "Slow")]
public sealed class StatementLoopTests
{
    private const long Slack = 48L << 20;

    [Fact]
    public void A_hundred_thousand_statements_keep_the_memory_flat()
    {
        using DuckDbConnection connection = Memory.Open("threads=1");
        Run(connection, 10_000);
        long before = Resident();

        Run(connection, 90_000);

        long grown = Resident() - before;
        Assert.True(grown < Slack, $"resident memory grew by {grown >> 20} MB in 90,000 statements");
    }

    [Fact]
    public void A_thousand_connections_commands_appends_and_failures_keep_the_memory_flat()
    {
        using DuckDbConnection root = Memory.Open("threads=1");
        root.Execute("CREATE TABLE t (n INTEGER)");
        OpenAppendFailClose(root, 300);
        long before = Resident();

        OpenAppendFailClose(root, 1_000);

        long grown = Resident() - before;
        Assert.True(grown < Slack, $"resident memory grew by {grown >> 20} MB in 1,000 rounds");
    }

    [Fact]
    public void Results_that_nobody_disposes_are_given_back_by_the_collector()
    {
        using DuckDbConnection connection = Memory.Open("threads=1");
        Abandon(connection, 20);
        long before = Resident();

        for (int round = 0; round < 10; round++)
        {
            Abandon(connection, 10);
            Resident();
        }

        long grown = Resident() - before;
        Assert.True(grown < Slack, $"resident memory grew by {grown >> 20} MB with 100 results of 8 MB each");
    }

    private static void Abandon(DuckDbConnection connection, int count)
    {
        for (int i = 0; i < count; i++)
        {
            using DuckDbCommand command = connection.CreateCommand("SELECT i FROM range(1000000) AS t(i)");
            Assert.True(command.ExecuteChunks().MoveNext());
        }
    }

    private static void Run(DuckDbConnection connection, int count)
    {
        for (int i = 0; i < count; i++)
        {
            using DuckDbCommand command = connection.CreateCommand(i % 2 == 0 ? "SELECT $n AS n, 'more than twelve bytes'" : "SELECT 42");
            if (i % 2 == 0)
            {
                command.Parameters.Add("n", i % 10);
            }

            using ResultChunks chunks = command.ExecuteChunks();
            Assert.True(chunks.MoveNext());
            Assert.Equal(1, chunks.Current.Count);
        }
    }

    private static void OpenAppendFailClose(DuckDbConnection root, int count)
    {
        for (int i = 0; i < count; i++)
        {
            using var connection = new DuckDbConnection(root.Engine);
            Assert.Throws<WarehouseException>(() => connection.Execute("SELECT nothing FROM t"));
            using DuckDbTransaction transaction = connection.BeginTransaction();
            using ChunkAppender appender = ChunkAppender.ToTable(transaction, "t");
            using var rows = new ChunkWriter(appender.Types);
            rows.Count = ChunkWriter.Capacity;
            appender.Append(rows);
        }
    }

    private static long Resident()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        using var self = Process.GetCurrentProcess();
        return self.WorkingSet64;
    }
}
