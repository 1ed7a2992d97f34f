using System.Data;
using System.Diagnostics.CodeAnalysis;
using ExcelDataReader;
using ProdSales.Warehouse.Columns;
using ProdSales.Warehouse.Provider;

namespace ProdSales.Export.Tests;

[SuppressMessage("Security", "CA2100", Justification = "The statements stand in this file.")]
public sealed class WorkbookTests : IDisposable
{
    private readonly DuckDbConnection _connection = new("DataSource=:memory:");

    public WorkbookTests()
    {
        System.Text.Encoding.RegisterProvider(System.Text.CodePagesEncodingProvider.Instance);
        _connection.Open();
    }

    public void Dispose() => _connection.Dispose();

    [Fact]
    public void Values_come_back_as_what_they_are()
    {
        List<object?[]> rows = Rows("""
            SELECT 42 AS whole, -0.25::DECIMAL(18, 4) AS amount, DATE '2026-10-31' AS day, true AS yes, '产销客 <&> ' || chr(7) AS name, NULL::INTEGER AS nothing,
                   'nan'::DOUBLE AS odd, '=1+1' AS text
            """).Single();

        Assert.Equal(["whole", "amount", "day", "yes", "name", "nothing", "odd", "text"], rows[0]);
        Assert.Equal([42.0, -0.25, new DateTime(2026, 10, 31, 0, 0, 0, DateTimeKind.Unspecified), true, "产销客 <&>  ", null, "NaN", "=1+1"], rows[1]);
    }

    [Theory]
    [InlineData(9, new[] { 4, 4, 4 })]
    [InlineData(8, new[] { 4, 4, 3 })]
    [InlineData(3, new[] { 4 })]
    [InlineData(0, new[] { 1 })]
    public void A_full_sheet_is_followed_by_another_with_the_same_header(int rows, int[] sizes)
    {
        List<object?[]>[] sheets = [.. Rows($"SELECT i FROM range({rows}) AS r(i)", rowsOfSheet: 4)];

        Assert.Equal(sizes, sheets.Select(sheet => sheet.Count));
        Assert.All(sheets, sheet => Assert.Equal(["i"], sheet[0]));
        Assert.Equal(Enumerable.Range(0, rows).Select(i => (double)i), sheets.SelectMany(sheet => sheet.Skip(1)).Select(row => (double)row[0]!));
    }

    private IEnumerable<List<object?[]>> Rows(string sql, int rowsOfSheet = Workbook.RowsOfSheet)
    {
        using MemoryStream file = new();
        using (DuckDbCommand command = _connection.CreateCommand(sql))
        using (ResultChunks chunks = command.ExecuteChunks())
        {
            Workbook.Write(chunks, file, rowsOfSheet);
        }

        file.Position = 0;
        using IExcelDataReader reader = ExcelReaderFactory.CreateOpenXmlReader(file);
        do
        {
            List<object?[]> rows = [];
            while (reader.Read())
            {
                rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(column => reader.GetValue(column))]);
            }

            yield return rows;
        }
        while (reader.NextResult());
    }
}
