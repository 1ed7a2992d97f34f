using DocumentFormat.OpenXml.Spreadsheet;
using ProdSales.Sources.Readers;

namespace ProdSales.Sources.Tests.Readers;

/// <summary>Sheets written by another library, and an XLS put together byte by byte, yield their rows.</summary>
public sealed class WorkbookFileTests : IDisposable
{
    private readonly StagingRoom _room = new();

    public void Dispose() => _room.Dispose();

    [Fact]
    public void Typed_cells_become_texts_of_one_form()
    {
        byte[] book = WorkbookBytes.Xlsx(new()
        {
            ["Orders"] =
            [
                ["id", "数量", "amount", "on", "at", "paid"],
                ["A1", 3.0, 0.1 + 0.2, new DateTime(2024, 2, 29), new DateTime(2024, 2, 29, 13, 30, 0), true],
                ["A2", -1e6, 12345678.9012, null, null, false],
            ],
        });
        StagedTable table = _room.Stage("orders.xlsx", book);

        Assert.Equal(["id", "数量", "amount", "on", "at", "paid"], table.Columns.Select(column => column.Name));
        Assert.Equal(["2: A1|3|0.3|2024-02-29|2024-02-29 13:30:00|true", "3: A2|-1000000|12345678.9012|~|~|false"], _room.Rows());
    }

    [Fact]
    public void A_sheet_is_read_by_name_and_blank_rows_count_as_rows()
    {
        byte[] book = WorkbookBytes.Xlsx(new() { ["Notes"] = [["x"]], ["Orders"] = [["Report"], [], ["id", "name"], [1.0, "a"], [], [2.0, "b"]] });
        _room.Stage("orders.xlsx", book, new ReadOptions { Sheet = "orders", SkipLines = 1 });

        Assert.Equal(["4: 1|a", "6: 2|b"], _room.Rows());
    }

    [Fact]
    public void An_error_in_a_cell_is_a_defect_and_not_a_missing_value()
    {
        byte[] book = WorkbookBytes.Xlsx(new() { ["S"] = [["id", "price"], [1.0, CellValues.Error], [2.0, 5.0], [3.0, null]] });
        StagedTable table = _room.Stage("orders.xlsx", book);

        Assert.Equal(["3: 2|5", "4: 3|~"], _room.Rows());
        ReadDefect defect = Assert.Single(table.Defects);
        Assert.Equal(("price", "#DIV/0!", ReadDefectCodes.CellError), (defect.Column, defect.Value, defect.Code));
        Assert.Equal("Line 2 of orders.xlsx has the error #DIV/0! in cell B2; a value or an empty cell is allowed.", defect.Message);
    }

    [Fact]
    public void A_value_right_of_the_header_is_a_defect()
    {
        byte[] book = WorkbookBytes.Xlsx(new() { ["S"] = [["id", "name"], [1.0, "a", "x"], [2.0, "b"]] });
        StagedTable table = _room.Stage("orders.xlsx", book);

        Assert.Equal(["3: 2|b"], _room.Rows());
        Assert.Equal("Line 2 of orders.xlsx has a value in cell C2, right of the 2 columns of the header.", Assert.Single(table.Defects).Message);
    }

    [Fact]
    public void An_old_workbook_is_read()
    {
        _room.Stage("orders.xls", WorkbookBytes.Xls("Orders", [["id", "名称", "qty"], ["A1", "叉车", 2.5], ["A2", "Müller", -3.0]]));

        Assert.Equal(["2: A1|叉车|2.5", "3: A2|Müller|-3"], _room.Rows());
    }

    [Fact]
    public void A_sheet_that_is_not_there_is_refused_with_those_that_are()
    {
        byte[] book = WorkbookBytes.Xlsx(new() { ["North"] = [["id"]], ["South"] = [["id"]] });

        Assert.Equal("orders.xlsx has no sheet \"East\"; it has \"North\", \"South\".", _room.Refusal("orders.xlsx", book, new ReadOptions { Sheet = "East" }).Message);
        SourceFileException unnamed = _room.Refusal("orders.xlsx", book);
        Assert.Equal(SourceFileCodes.Sheet, unnamed.Code);
        Assert.Equal("orders.xlsx has 2 sheets and none was named; it has \"North\", \"South\".", unnamed.Message);
    }

    [Fact]
    public void A_sheet_without_cells_is_refused() =>
        Assert.Equal(
            "orders.xlsx has no cells in the sheet \"S\"; a file without rows still needs its header.",
            _room.Refusal("orders.xlsx", WorkbookBytes.Xlsx(new() { ["S"] = [] })).Message);

    [Fact]
    public void What_is_no_workbook_is_refused()
    {
        SourceFileException text = _room.Refusal("orders.xlsx", "id,name\n1,a\n");
        Assert.Equal(SourceFileCodes.Workbook, text.Code);
        Assert.StartsWith("orders.xlsx is no workbook that can be read: ", text.Message, StringComparison.Ordinal);

        byte[] book = WorkbookBytes.Xlsx(new() { ["S"] = [["id"], [1.0]] });
        Assert.Equal(SourceFileCodes.Workbook, _room.Refusal("cut.xlsx", book[..(book.Length / 2)]).Code);
        Assert.Equal(SourceFileCodes.Workbook, _room.Refusal("cut.xls", WorkbookBytes.Xls("S", [["id"]])[..700]).Code);
    }

    [Fact]
    public void A_workbook_that_unpacks_to_too_much_is_refused()
    {
        byte[] book = WorkbookBytes.Xlsx(new() { ["S"] = [["id"], [new string('0', 30_000)], .. Enumerable.Repeat<object?[]>([new string('0', 30_000)], 600)] });
        SourceFileException refusal = _room.Refusal("bomb.xlsx", book);

        Assert.Equal(SourceFileCodes.UnpackedTooLarge, refusal.Code);
        Assert.Matches(@"^bomb\.xlsx unpacks from [\d,]+ bytes to [\d,]+; allowed are [\d,]+\.$", refusal.Message);
    }
}
