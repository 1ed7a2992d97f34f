using ProdSales.Native;
using ProdSales.Native.Handles;
using ProdSales.Native.Shapes;
using ProdSales.Warehouse.Columns;
using ProdSales.Warehouse.Provider;

namespace ProdSales.Warehouse.Tests.Traps;

/// <summary>Trap 4: outside a transaction an append commits by itself, every 204,800 rows.</summary>
public sealed class AppenderCommitTests
{
    private const int Chunks = 150;

    [Fact]
    public void The_engine_itself_shows_half_a_batch()
    {
        using DuckDbConnection writer = Memory.Open();
        using var reader = new DuckDbConnection(writer.Engine);
        writer.Execute("CREATE TABLE t (n INTEGER)");
        LibDuckDb.CreateAppender(writer.Handle, catalog: null, schema: null, "t", out AppenderHandle appender);
        using (appender)
        using (ChunkWriter rows = Full())
        {
            for (int i = 0; i < Chunks; i++)
            {
                Assert.Equal(NativeState.Success, LibDuckDb.AppendDataChunk(appender, rows.Handle));
            }

            Assert.Equal(204_800L, reader.Scalar("SELECT count(*) FROM t"));
        }
    }

    [Fact]
    public void A_batch_is_seen_whole_after_the_commit_and_not_at_all_before_it()
    {
        using DuckDbConnection writer = Memory.Open();
        using var reader = new DuckDbConnection(writer.Engine);
        writer.Execute("CREATE TABLE t (n INTEGER)");
        using DuckDbTransaction transaction = writer.BeginTransaction();
        using ChunkAppender appender = ChunkAppender.ToTable(transaction, "t");
        using ChunkWriter rows = Full();
        for (int i = 0; i < Chunks; i++)
        {
            appender.Append(rows);
            Assert.True(i % 50 > 0 || reader.Scalar("SELECT count(*) FROM t") is 0L);
        }

        appender.Close();
        Assert.Equal(0L, reader.Scalar("SELECT count(*) FROM t"));
        transaction.Commit();
        Assert.Equal((long)Chunks * ChunkWriter.Capacity, reader.Scalar("SELECT count(*) FROM t"));
    }

    private static ChunkWriter Full()
    {
        var rows = new ChunkWriter([ColumnType.Of(DuckDbType.Integer)]);
        rows.Values<int>(0).Fill(7);
        rows.Count = ChunkWriter.Capacity;
        return rows;
    }
}
