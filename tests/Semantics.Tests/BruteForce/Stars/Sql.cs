using System.Globalization;
using ProdSales.Warehouse.Provider;

namespace ProdSales.SemanticsTests.BruteForce.Stars;

/// <summary>Reads plain rows and writes literals.</summary>
internal static class Sql
{
    internal static IReadOnlyList<object?[]> Rows(DuckDbConnection connection, string sql)
    {
        using DuckDbCommand command = connection.CreateCommand(sql);
        using DuckDbDataReader reader = command.ExecuteReader();
        List<object?[]> rows = [];
        while (reader.Read())
        {
            object?[] row = new object?[reader.FieldCount];
            for (int i = 0; i < row.Length; i++)
            {
                row[i] = reader.GetValue(i) is var value && value is DBNull ? null : value;
            }

            rows.Add(row);
        }

        return rows;
    }

    internal static string Literal(object? value) => value switch
    {
        null => "NULL",
        string text => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'",
        DateOnly day => $"DATE '{day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}'",
        DateTime instant => $"TIMESTAMP '{instant.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)}'",
        bool flag => flag ? "true" : "false",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    internal static void Insert(DuckDbConnection connection, string table, IReadOnlyList<string> columns, IReadOnlyList<object?[]> rows)
    {
        if (rows.Count > 0)
        {
            string values = string.Join(",\n", rows.Select(row => $"({string.Join(", ", row.Select(Literal))})"));
            connection.Execute($"INSERT INTO {table} ({string.Join(", ", columns)}) VALUES\n{values}");
        }
    }
}
