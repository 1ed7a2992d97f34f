using System.Data;
using System.Data.Common;
using ProdSales.Warehouse.Provider;

namespace ProdSales.Warehouse.Tests.Provider;

/// <summary>Tools that know nothing but ADO.NET get along.</summary>
public sealed class ToolTests
{
    [Fact]
    public void A_data_table_loads_a_reader()
    {
        using DuckDbConnection connection = Memory.Open();
        using DuckDbDataReader reader = connection.CreateCommand("SELECT 1 AS id, CAST(2.5 AS DECIMAL(18, 2)) AS amount, NULL::VARCHAR AS name UNION ALL SELECT 2, 3, '叉车' ORDER BY id").ExecuteReader();
        using DataTable table = new();
        table.Load(reader);

        Assert.Equal([typeof(int), typeof(decimal), typeof(string)], table.Columns.Cast<DataColumn>().Select(column => column.DataType));
        Assert.Equal([2.5m, 3m], table.Rows.Cast<DataRow>().Select(row => (decimal)row["amount"]));
        Assert.Equal((DBNull.Value, "叉车"), (table.Rows[0]["name"], table.Rows[1]["name"]));
    }

    [Fact]
    public void A_factory_makes_a_connection_that_leads_back_to_it()
    {
        using DbConnection connection = DuckDbProviderFactory.Instance.CreateConnection();
        connection.Open();
        using DbCommand command = connection.CreateCommand();
        command.CommandText = "SELECT $n + 1";
        DbParameter parameter = DuckDbProviderFactory.Instance.CreateParameter();
        (parameter.ParameterName, parameter.Value) = ("n", 41);
        command.Parameters.Add(parameter);

        Assert.Equal(42, command.ExecuteScalar());
        Assert.Same(DuckDbProviderFactory.Instance, DbProviderFactories.GetFactory(connection));
    }
}
