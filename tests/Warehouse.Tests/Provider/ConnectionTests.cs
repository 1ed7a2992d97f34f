using System.Data;
using ProdSales.Support;
using ProdSales.Warehouse.Provider;

namespace ProdSales.Warehouse.Tests.Provider;

public sealed class ConnectionTests
{
    [Fact]
    public void Two_connections_to_one_file_share_it_whatever_link_leads_to_it()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.File("real"));
        Directory.CreateSymbolicLink(folder.File("link"), folder.File("real"));
        using var first = new DuckDbConnection($"DataSource={folder.File("real/a.duckdb")}");
        using var second = new DuckDbConnection($"DataSource={folder.File("link/../link/a.duckdb")}");
        first.Open();
        second.Open();
        first.Execute("CREATE TABLE t AS SELECT 42 AS n");

        Assert.Equal(42, second.Scalar("SELECT n FROM t"));
    }

    [Fact]
    public void A_file_keeps_its_rows_after_the_last_connection_is_closed()
    {
        using var folder = new TemporaryFolder();
        string text = $"DataSource={folder.File("a.duckdb")}";
        using (var connection = new DuckDbConnection(text))
        {
            connection.Open();
            connection.Execute("CREATE TABLE t AS SELECT 42 AS n");
        }

        using var again = new DuckDbConnection(text);
        again.Open();

        Assert.Equal(42, again.Scalar("SELECT n FROM t"));
    }

    [Fact]
    public void A_closed_connection_can_be_opened_again_and_refuses_commands_until_then()
    {
        using DuckDbConnection connection = Memory.Open();
        connection.Close();
        connection.Close();
        Assert.Equal(ConnectionState.Closed, connection.State);
        Assert.Throws<InvalidOperationException>(() => connection.Execute("SELECT 1"));

        connection.Open();

        Assert.Equal(1, connection.Scalar("SELECT 1"));
    }

    [Fact]
    public void A_transaction_that_is_disposed_is_rolled_back_and_a_second_one_is_refused()
    {
        using DuckDbConnection connection = Memory.Open();
        connection.Execute("CREATE TABLE t (n INTEGER)");
        using (connection.BeginTransaction())
        {
            connection.Execute("INSERT INTO t VALUES (1)");
            Assert.Throws<InvalidOperationException>(connection.BeginTransaction);
        }

        Assert.Null(connection.CurrentTransaction);
        Assert.Equal(0L, connection.Scalar("SELECT count(*) FROM t"));
    }

    [Fact]
    public void A_setting_that_the_engine_does_not_know_is_named()
    {
        WarehouseException error = Assert.Throws<WarehouseException>(() => Memory.Open("thraeds=2"));

        Assert.Contains("thraeds", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SELEC 1", WarehouseErrorKind.Statement)]
    [InlineData("SELECT * FROM nothing", WarehouseErrorKind.Statement)]
    [InlineData("SELECT 'x'::INTEGER", WarehouseErrorKind.Value)]
    [InlineData("SELECT 1; SELECT 'x'::INTEGER", WarehouseErrorKind.Value)]
    [InlineData("SELECT * FROM read_csv('/nowhere.csv')", WarehouseErrorKind.Io)]
    public void A_statement_that_fails_tells_its_kind_and_its_text(string sql, WarehouseErrorKind kind)
    {
        using DuckDbConnection connection = Memory.Open();

        WarehouseException error = Assert.Throws<WarehouseException>(() => connection.Scalar(sql));

        Assert.Equal(kind, error.Kind);
        Assert.Equal(sql, error.Sql);
        Assert.Equal(1, connection.Scalar("SELECT 1"));
    }

    [Fact]
    public void Text_without_a_statement_does_nothing()
    {
        using DuckDbConnection connection = Memory.Open();

        Assert.Equal(-1, connection.Execute("-- nothing here"));
        Assert.Null(connection.Scalar(""));
    }
}
