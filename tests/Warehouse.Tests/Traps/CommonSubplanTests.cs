using ProdSales.Warehouse.Provider;
using ProdSales.Warehouse.Reading;

namespace ProdSales.Warehouse.Tests.Traps;

/// <summary>Trap 2: the optimiser common_subplan gives wrong rows in the branches of UNION ALL (duckdb issues 24624, 25819).</summary>
public sealed class CommonSubplanTests
{
    private const string Tables = "CREATE TABLE t2 (c0 BOOLEAN); CREATE TABLE t0 (c1 VARCHAR); INSERT INTO t0 VALUES ('a'); INSERT INTO t2 VALUES (false)";

    private const string Union = """
        SELECT count(*) FROM (
            SELECT * FROM t2 LEFT JOIN t0 ON true WHERE NOT ((NOT t2.c0) AND (substring(t0.c1 FROM -4294967296) <> t0.c1))
            UNION ALL
            SELECT * FROM t2 LEFT JOIN t0 ON true WHERE ((NOT t2.c0) AND (substring(t0.c1 FROM -4294967296) <> t0.c1)) IS NULL)
        """;

    [Fact]
    public void The_engine_itself_loses_a_row()
    {
        using DuckDbConnection connection = Memory.Open();
        connection.Execute("SET disabled_optimizers = ''");
        connection.Execute(Tables);

        Assert.Equal(0L, connection.Scalar(Union));
    }

    [Fact]
    public void Every_connection_finds_it()
    {
        using DuckDbConnection connection = Memory.Open();
        connection.Execute(Tables);
        using WarehouseDatabase database = WarehouseDatabase.Open(":memory:");
        database.Writer.Write(t => t.Connection.Execute(Tables));
        using ReaderLease lease = database.Readers.Lease();

        Assert.Equal(1L, connection.Scalar(Union));
        Assert.Equal(1L, lease.Connection.Scalar(Union));
    }
}
