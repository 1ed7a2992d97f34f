using System.Diagnostics.CodeAnalysis;
using ProdSales.Export.Arrow;
using ProdSales.Support;
using ProdSales.Warehouse.Columns;
using ProdSales.Warehouse.Provider;

namespace ProdSales.Export.Tests;

public sealed class ArrowStreamTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly DuckDbConnection _connection = new("DataSource=:memory:");

    public ArrowStreamTests() => _connection.Open();

    public void Dispose()
    {
        _connection.Dispose();
        _folder.Dispose();
    }

    [ArrowFact]
    public void A_million_mixed_rows_are_read_back_to_the_last_bit() => Compare("""
        SELECT i, i * 1.0 / 7 AS share, CAST(i AS DECIMAL(18, 4)) / 3 * (CASE WHEN i % 2 = 0 THEN 1 ELSE -1 END) AS amount,
               CASE WHEN i % 5 <> 0 THEN '产销客 ' || (i % 1000) END AS name, CAST('2020-01-01' AS DATE) + CAST(i % 3000 AS INTEGER) AS day,
               CASE WHEN i % 11 <> 0 THEN i % 3 = 0 END AS late
        FROM range(1000000) AS r(i)
        """);

    [ArrowFact]
    public void Every_type_of_the_star_is_read_back_with_its_nulls() => Compare("""
        SELECT CAST(i AS TINYINT) AS tiny, CAST(i AS SMALLINT) AS small, CAST(i AS INTEGER) AS whole, CAST(i AS BIGINT) * 4611686018427387 AS long, CAST(i AS UTINYINT) AS byte,
               CAST(i AS HUGEINT) * 170141183460469231731687303715884 AS huge, CAST(i AS DECIMAL(4, 1)) AS narrow, CAST(i AS DECIMAL(38, 10)) / 7 AS wide,
               CAST(CASE WHEN i % 3 <> 0 THEN i % 4 END AS VARCHAR)::ENUM('0', '1', '2', '3') AS code, CASE WHEN i > 90 THEN 1 / i END AS rare,
               TIMESTAMP '2026-10-31 08:00:00' + to_milliseconds(i) AS moment, TIMESTAMPTZ '2026-10-31 08:00:00+08' + to_minutes(i) AS instant,
               CASE WHEN i % 4 <> 0 THEN list_transform(range(i % 5), lambda x: CASE WHEN x <> 1 THEN x * i END) END AS numbers,
               [[CAST(i AS VARCHAR)], NULL, []] AS nested, CASE WHEN i % 2 = 0 THEN '' END AS empty, NULL::VARCHAR AS nothing
        FROM range(120) AS r(i)
        """);

    [ArrowFact]
    public void A_result_without_rows_still_says_its_columns()
        => Assert.Equal(["day:Date32<DAY>?,amount:Decimal[18e+2]?,name:Utf8?"], Compare("SELECT DATE '2026-01-01' AS day, 1.5::DECIMAL(18, 2) AS amount, 'x' AS name WHERE false"));

    /// <summary>Writes the answer of a statement and reads it back; the rows must be those of the engine's vectors.</summary>
    [SuppressMessage("Security", "CA2100", Justification = "The statements stand in this file.")]
    private string[] Compare(string sql)
    {
        string file = _folder.File("result.arrow");
        long written;
        using (DuckDbCommand command = _connection.CreateCommand(sql))
        using (ResultChunks chunks = command.ExecuteChunks())
        using (FileStream output = File.Create(file))
        {
            written = ArrowStream.Write(chunks, output);
        }

        List<string> head = [];
        long row = 0;
        using DuckDbCommand again = _connection.CreateCommand(sql);
        using ResultChunks expected = again.ExecuteChunks();
        int at = 0;
        foreach (string line in ArrowReader.Lines(file))
        {
            if (head.Count == 0)
            {
                head.Add(line);
                continue;
            }

            if (at == 0)
            {
                Assert.True(expected.MoveNext(), $"The reader found more than {row} rows.");
            }

            string own = Told.Row(expected.Current, expected.Columns, at);
            if (line != own)
            {
                Assert.Fail($"row {row} is {line} and should be {own}; columns {head[0]}");
            }

            row++;
            at = at + 1 == expected.Current.Count ? 0 : at + 1;
        }

        Assert.False(at != 0 || expected.MoveNext());
        Assert.Equal(written, row);
        return [.. head];
    }
}
