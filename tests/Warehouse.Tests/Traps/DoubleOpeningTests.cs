using ProdSales.Support;
using ProdSales.Warehouse.Engine;
using ProdSales.Warehouse.Provider;

namespace ProdSales.Warehouse.Tests.Traps;

/// <summary>Trap 5: one process may open a file twice, because file locks count per process, and then loses rows.</summary>
public sealed class DoubleOpeningTests
{
    private static readonly Dictionary<string, string> NoSettings = [];

    [Fact]
    public void The_engine_itself_loses_rows_when_a_file_is_opened_twice()
    {
        using var folder = new TemporaryFolder();
        string file = folder.File("a.duckdb");
        using (EngineInstance made = EngineInstance.Open(file, NoSettings))
        {
            made.Run("CREATE TABLE t (n INTEGER); CHECKPOINT");
        }

        using (EngineInstance first = EngineInstance.Open(file, NoSettings))
        using (EngineInstance second = EngineInstance.Open(file, NoSettings))
        {
            first.Run("INSERT INTO t SELECT i FROM range(10000) AS r(i)");
            second.Run("INSERT INTO t SELECT i FROM range(10000) AS r(i)");
            first.Run("CHECKPOINT");
            second.Run("CHECKPOINT");
        }

        Assert.NotEqual(20_000L, CountIn(file));
    }

    [Fact]
    public void Two_connections_to_one_file_keep_the_rows_of_both()
    {
        using var folder = new TemporaryFolder();
        string file = folder.File("a.duckdb");
        using (var first = new DuckDbConnection($"DataSource={file}"))
        using (var second = new DuckDbConnection($"DataSource={file}"))
        {
            first.Open();
            second.Open();
            first.Execute("CREATE TABLE t (n INTEGER); CHECKPOINT");
            first.Execute("INSERT INTO t SELECT i FROM range(10000) AS r(i)");
            second.Execute("INSERT INTO t SELECT i FROM range(10000) AS r(i); CHECKPOINT");
            first.Execute("CHECKPOINT");
        }

        Assert.Equal(20_000L, CountIn(file));
    }

    private static object? CountIn(string file)
    {
        using var connection = new DuckDbConnection($"DataSource={file}");
        connection.Open();
        try
        {
            return connection.Scalar("SELECT count(*) FROM t");
        }
        catch (WarehouseException error)
        {
            return error.Message;
        }
    }
}
