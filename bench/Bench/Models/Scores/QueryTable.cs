using ProdSales.Learning.Data;
using ProdSales.Warehouse.Provider;

namespace ProdSales.Bench.Models.Scores;

/// <summary>Answers of SQL over files as tables to learn from.</summary>
internal static class QueryTable
{
    /// <summary>Reads every column as text, and gives each the type that its values have.</summary>
    /// <param name="sql">SELECT statements; the files that they read are bound as $1, $2 and so on.</param>
    /// <param name="files">Paths.</param>
    internal static Table Of(string sql, params string[] files)
    {
        using DuckDbConnection connection = new("DataSource=:memory:;threads=1");
        connection.Open();
        using DuckDbCommand command = connection.CreateCommand($"SELECT COLUMNS(*)::VARCHAR FROM ({sql})");
        for (int at = 0; at < files.Length; at++)
        {
            command.Parameters.Add(FormattableString.Invariant($"{at + 1}"), files[at]);
        }

        using DuckDbDataReader reader = command.ExecuteReader();
        List<string?>[] columns = [.. Enumerable.Range(0, reader.FieldCount).Select(_ => new List<string?>())];
        while (reader.Read())
        {
            for (int column = 0; column < columns.Length; column++)
            {
                columns[column].Add(reader.IsDBNull(column) ? null : reader.GetString(column));
            }
        }

        return new Table([.. columns.Select((texts, column) => TextColumns.Read(reader.GetName(column), texts))]);
    }

    /// <summary>Takes a column of true and false out as labels.</summary>
    internal static bool[] Labels(Table table, string column) => [.. table.Column(column).Values.ToArray().Select(value => value != 0)];

    /// <summary>The mean of a figure over parts.</summary>
    internal static double Mean<T>(this IReadOnlyList<T> parts, Func<T, double> figure) => parts.Average(figure);
}
