using System.Diagnostics.CodeAnalysis;
using System.Text;
using ProdSales.Support;
using ProdSales.Warehouse.Columns;
using ProdSales.Warehouse.Provider;

namespace ProdSales.Export.Tests;

[SuppressMessage("Security", "CA2100", Justification = "The statements stand in this file.")]
public sealed class CsvTableTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly DuckDbConnection _connection = new("DataSource=:memory:");

    public CsvTableTests() => _connection.Open();

    public void Dispose()
    {
        _connection.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("NULL::VARCHAR", "")]
    [InlineData("''", "\"\"")]
    [InlineData("'a,b'", "\"a,b\"")]
    [InlineData("'say \"\"hi\"\"'", "\"say \"\"\"\"hi\"\"\"\"\"")]
    [InlineData("'two' || chr(10) || 'lines'", "\"two\nlines\"")]
    [InlineData("'产销客'", "产销客")]
    [InlineData("'=1+1'", "=1+1")]
    [InlineData("-0.05::DECIMAL(18, 4)", "-0.0500")]
    [InlineData("-99999999999999999999999999999999999999::DECIMAL(38, 0)", "-99999999999999999999999999999999999999")]
    [InlineData("12345678901234567890123456789.012345678::DECIMAL(38, 9)", "12345678901234567890123456789.012345678")]
    [InlineData("0.1::DOUBLE + 0.2::DOUBLE", "0.30000000000000004")]
    [InlineData("DATE '2026-10-31'", "2026-10-31")]
    [InlineData("TIMESTAMP '2026-10-31 08:00:00.5'", "2026-10-31T08:00:00.5")]
    [InlineData("false", "false")]
    public void A_value_is_written_so(string value, string text) => Assert.Equal($"v,w\r\n{text},1\r\n", Written($"SELECT {value} AS v, 1 AS w", isForExcel: false));

    [Theory]
    [InlineData("=1+1", "\"'=1+1\"")]
    [InlineData("@SUM(A1)", "\"'@SUM(A1)\"")]
    [InlineData("-x", "\"'-x\"")]
    [InlineData("a=b", "a=b")]
    public void For_Excel_no_text_is_a_formula(string text, string written)
        => Assert.Equal($"\uFEFFv\r\n{written}\r\n", Written($"SELECT '{text}' AS v", isForExcel: true));

    [Fact]
    public void The_engine_reads_back_what_was_written()
    {
        const string Sql = """
            SELECT i, CASE WHEN i % 7 <> 0 THEN 'a"b,' || chr(10) || i END AS name, (i - 5000) / 3::DECIMAL(18, 4) AS amount, i / 9 AS share, DATE '1999-12-31' + CAST(i AS INTEGER) AS day,
                   CASE i % 3 WHEN 0 THEN '' WHEN 1 THEN NULL ELSE 'x' END AS empty
            FROM range(10000) AS r(i)
            """;
        string file = _folder.File("table.csv");
        File.WriteAllText(file, Written(Sql, isForExcel: false));
        string read = $"SELECT * FROM read_csv('{file}', header = true, quote = '\"', escape = '\"', columns = {{'i': 'BIGINT', 'name': 'VARCHAR', 'amount': 'DOUBLE', 'share': 'DOUBLE', 'day': 'DATE', 'empty': 'VARCHAR'}}, nullstr = '\u0001', allow_quoted_nulls = false)";

        Assert.Equal(0L, Scalar($"SELECT count(*) FROM ((SELECT i, coalesce(name, '') AS name, amount::DOUBLE AS amount, share, day, coalesce(empty, '') AS empty FROM ({Sql})) EXCEPT (SELECT i, coalesce(name, ''), amount, share, day, coalesce(empty, '') FROM ({read})))"));
        Assert.Equal(10_000L, Scalar($"SELECT count(*) FROM ({read})"));
    }

    private object? Scalar(string sql)
    {
        using DuckDbCommand command = _connection.CreateCommand(sql);
        return command.ExecuteScalar();
    }

    private string Written(string sql, bool isForExcel)
    {
        using DuckDbCommand command = _connection.CreateCommand(sql);
        using ResultChunks chunks = command.ExecuteChunks();
        using MemoryStream output = new();
        CsvTable.Write(chunks, output, isForExcel);
        return new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(output.ToArray());
    }
}
