using System.Globalization;
using ProdSales.Semantics;
using ProdSales.Warehouse.Provider;

namespace ProdSales.SemanticsTests.SmallPlant;

/// <summary>Rows as text, alike for every way of asking: numbers rounded to twelve digits, null as a word.</summary>
internal static class ResultRows
{
    internal static IReadOnlyList<string[]> Read(DuckDbConnection connection, string sql, IReadOnlyDictionary<string, object>? parameters = null)
    {
        using DuckDbCommand command = connection.CreateCommand(sql);
        foreach ((string name, object value) in parameters ?? new Dictionary<string, object>())
        {
            command.Parameters.Add(name, value);
        }

        using DuckDbDataReader reader = command.ExecuteReader();
        List<string[]> rows = [];
        while (reader.Read())
        {
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(column => Text(reader.GetValue(column)))]);
        }

        return rows;
    }

    /// <summary>The rows of one cut of a question with the columns named, in the order of the result.</summary>
    internal static IReadOnlyList<string[]> OfCut(DuckDbConnection connection, MetricQuery query, int cut, IReadOnlyList<string> columns)
    {
        SqlStatement statement = StatementSql.Of(QueryPlanner.Plan(query));
        int[] positions = [.. columns.Select(statement.Position)];
        return
        [
            .. Read(connection, statement.Text, statement.Parameters)
                .Where(row => row[0] == cut.ToString(CultureInfo.InvariantCulture))
                .Select(row => positions.Select(position => row[position]).ToArray()),
        ];
    }

    internal static string Lines(IEnumerable<string[]> rows) => string.Join('\n', rows.Select(row => string.Join(" | ", row)));

    private static string Text(object value) => value switch
    {
        DBNull => "null",
        double number => Rounded(number),
        decimal number => Rounded((double)number),
        System.Numerics.BigInteger number => Rounded((double)number),
        sbyte or short or int or long or byte => Rounded(Convert.ToDouble(value, CultureInfo.InvariantCulture)),
        DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
        DateTime instant => instant.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static string Rounded(double number) => number.ToString("G12", CultureInfo.InvariantCulture);
}
