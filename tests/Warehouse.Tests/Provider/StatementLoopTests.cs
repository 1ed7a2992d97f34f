using System.Diagnostics;
using ProdSales.Warehouse.Columns;
using ProdSales.Warehouse.Provider;

namespace ProdSales.Warehouse.Tests.Provider;

/// <remarks>
/// Resident memory belongs to the whole process, so nothing else runs beside these tests. An allocator may keep what one
/// stretch needed for the first time; a leak grows in every stretch, so the smallest growth of several is what counts.
/// </remarks>
[Trait("Speed", "Slow")]
[Collection(AloneInTheProcess.Name)]
public sealed class StatementLoopTests
{
    private const int Stretches = 4;
    private const long Slack = 2L << 20;

    [Fact]
    public void A_hundred_thousand_statements_keep_the_memory_flat()
    {
        using DuckDbConnection connection = Memory.Open("threads=1");
        AssertFlat(() => Run(connection, 100_000 / Stretches));
    }

    [Fact]
    public void A_thousand_connections_commands_appends_and_failures_keep_the_memory_flat()
    {
        using DuckDbConnection root = Memory.Open("threads=1");
        root.Execute("CREATE TABLE t (n INTEGER)");
        AssertFlat(() =>
        {
            OpenAppendFailClose(root, 500);
            root.Execute("TRUNCATE t");
        });
    }

    [Fact]
    public void Results_that_nobody_disposes_are_given_back_by_the_collector()
    {
        using DuckDbConnection connection = Memory.Open("threads=1");
        AssertFlat(() =>
        {
            for (int round = 0; round < 3; round++)
            {
                Abandon(connection, 10);
                Resident();
            }
        });
    }

    private static void AssertFlat(Action stretch)
    {
        stretch();
        var growths = new List<long>();
        for (int i = 0; i < Stretches; i++)
        {
            long before = Resident();
            stretch();
            growths.Add(Resident() - before);
        }

        Assert.True(growths.Min() < Slack, $"resident memory grew in every stretch: {string.Join(", ", growths.Select(g => $"{g >> 20} MB"))}");
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
