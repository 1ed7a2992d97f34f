using System.Globalization;
using ProdSales.Warehouse.Provider;

namespace ProdSales.Host.Tests.Running;

/// <summary>Reads a warehouse file beside the program, as only a test does.</summary>
internal static class WarehouseRows
{
    /// <summary>The rows of a query, every value as text; <c>?</c> stand for the values. Nobody may serve the warehouse meanwhile.</summary>
    internal static List<string[]> Of(string path, string sql, params object[] values)
    {
        using DuckDbConnection connection = new($"DataSource={path}");
        connection.Open();
        using DuckDbCommand command = connection.CreateCommand(sql);
        foreach (object value in values)
        {
            command.Parameters.Add(new DuckDbParameter { Value = value });
        }

        using DuckDbDataReader reader = command.ExecuteReader();
        List<string[]> rows = [];
        while (reader.Read())
        {
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(index => Convert.ToString(reader.GetValue(index), CultureInfo.InvariantCulture)!)]);
        }

        return rows;
    }
}
