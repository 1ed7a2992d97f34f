using ProdSales.Warehouse.Provider;

namespace ProdSales.Warehouse.Tests;

/// <summary>Databases in memory for tests.</summary>
internal static class Memory
{
    /// <summary>An open connection to an empty database of its own.</summary>
    public static DuckDbConnection Open(string settings = "")
    {
        var connection = new DuckDbConnection($"DataSource=:memory:;{settings}");
        connection.Open();
        return connection;
    }

    /// <summary>The first column of the first row.</summary>
    public static object? Scalar(this DuckDbConnection connection, string sql)
    {
        using DuckDbCommand command = connection.CreateCommand(sql);
        return command.ExecuteScalar();
    }
}
