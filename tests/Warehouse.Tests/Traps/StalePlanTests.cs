using ProdSales.Native;
using ProdSales.Native.Handles;
using ProdSales.Native.Shapes;
using ProdSales.Warehouse.Provider;

namespace ProdSales.Warehouse.Tests.Traps;

/// <summary>Trap 1: a plan that is kept does not notice that its tables have changed (duckdb issues 23704, 24182).</summary>
public sealed class StalePlanTests
{
    private const string Sql = "SELECT count(*) FROM t WHERE i = 5000";

    [Fact]
    public void The_engine_itself_answers_from_a_plan_that_has_grown_stale()
    {
        using DuckDbConnection reader = Memory.Open();
        using var writer = new DuckDbConnection(reader.Engine);
        reader.Execute("CREATE TABLE t AS SELECT i FROM range(1000) AS r(i)");
        Assert.Equal(NativeState.Success, LibDuckDb.Prepare(reader.Handle, Sql, out PreparedHandle kept));
        using (kept)
        {
            writer.Execute("INSERT INTO t VALUES (5000)");

            Assert.Equal(0, CountOf(kept));
        }

        Assert.Equal(1L, reader.Scalar(Sql));
    }

    [Theory]
    [InlineData("SELECT count(*) FROM t WHERE i = 5000")]
    [InlineData("SELECT count(v) FROM t")]
    [InlineData("SELECT count(*) FROM t WHERE v IS NOT NULL")]
    [InlineData("SELECT count(*) FROM t WHERE i > 999")]
    [InlineData("SELECT count(*) FROM t JOIN d USING (i) WHERE i = 5000")]
    [InlineData("SELECT count(*) FROM t WHERE i = $i")]
    [InlineData("SELECT count(*) FROM t WHERE i = $i AND v IS NOT NULL")]
    public void A_command_that_is_kept_answers_from_the_rows_of_now(string sql)
    {
        using DuckDbConnection reader = Memory.Open();
        using var writer = new DuckDbConnection(reader.Engine);
        reader.Execute("CREATE TABLE t AS SELECT i, NULL::INTEGER AS v FROM range(1000) AS r(i); CREATE TABLE d AS SELECT i FROM t");
        using DuckDbCommand kept = reader.CreateCommand(sql);
        if (sql.Contains('$', StringComparison.Ordinal))
        {
            kept.Parameters.Add("i", 5000);
        }

        kept.Prepare();
        Assert.Equal(0L, kept.ExecuteScalar());
        writer.Execute("INSERT INTO t VALUES (5000, 1); INSERT INTO d VALUES (5000)");

        Assert.Equal(1L, kept.ExecuteScalar());
        kept.IsStreaming = true;
        Assert.Equal(1L, kept.ExecuteScalar());
    }

    private static long CountOf(PreparedHandle statement)
    {
        NativeResult result = default;
        Assert.Equal(NativeState.Success, LibDuckDb.ExecutePrepared(statement, ref result));
        using ChunkHandle chunk = LibDuckDb.FetchChunk(result);
        long count = new ProdSales.Warehouse.Columns.ColumnVector(
            LibDuckDb.ChunkVector(chunk, 0), ProdSales.Warehouse.Columns.ColumnType.Of(ProdSales.Warehouse.Columns.DuckDbType.BigInt), 1).Values<long>()[0];
        LibDuckDb.DestroyResult(ref result);
        return count;
    }
}
