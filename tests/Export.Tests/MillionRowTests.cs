using System.Diagnostics.CodeAnalysis;
using ProdSales.Support;
using ProdSales.Warehouse.Columns;
using ProdSales.Warehouse.Provider;

namespace ProdSales.Export.Tests;

/// <summary>A million mixed rows as text and as Parquet: the engine reads back what was asked, row by row.</summary>
[SuppressMessage("Security", "CA2100", Justification = "The statements stand in this file.")]
public sealed class MillionRowTests : IDisposable
{
    private const string Asked = """
        SELECT i, CASE WHEN i % 5 <> 0 THEN '产销客, "' || (i % 1000) || '"' END AS name, CAST(CAST(i AS DECIMAL(18, 4)) / 3 AS DECIMAL(18, 4)) AS amount,
               DATE '2020-01-01' + CAST(i % 3000 AS INTEGER) AS day, CASE WHEN i % 11 <> 0 THEN i % 3 = 0 END AS late, i / 9 AS share
        FROM range(1000000) AS r(i)
        """;

    private readonly TemporaryFolder _folder = new();
    private readonly DuckDbConnection _connection = new("DataSource=:memory:");

    public MillionRowTests() => _connection.Open();

    public void Dispose()
    {
        _connection.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Text_and_Parquet_hold_the_rows_that_were_asked_for()
    {
        string text = _folder.File("million.csv");
        string parquet = _folder.File("million.parquet");
        using (DuckDbCommand command = _connection.CreateCommand(Asked))
        using (ResultChunks chunks = command.ExecuteChunks())
        using (FileStream output = File.Create(text))
        {
            CsvTable.Write(chunks, output, isForExcel: false);
        }

        Scalar($"COPY ({Asked}) TO '{parquet}' (FORMAT parquet, COMPRESSION zstd)");

        Assert.Equal(0L, Differences($"read_csv('{text}', header = true, columns = {{'i': 'BIGINT', 'name': 'VARCHAR', 'amount': 'DECIMAL(18, 4)', 'day': 'DATE', 'late': 'BOOLEAN', 'share': 'DOUBLE'}})"));
        Assert.Equal(0L, Differences($"read_parquet('{parquet}')"));
    }

    private object? Differences(string file) => Scalar($"SELECT count(*) FROM ({Asked}) AS a FULL JOIN {file} AS b USING (i) WHERE {string.Join(" OR ", ((string[])["name", "amount", "day", "late", "share"]).Select(column => $"a.{column} IS DISTINCT FROM b.{column}"))} OR a.amount IS NULL OR b.amount IS NULL");

    private object? Scalar(string sql)
    {
        using DuckDbCommand command = _connection.CreateCommand(sql);
        return command.ExecuteScalar();
    }
}
