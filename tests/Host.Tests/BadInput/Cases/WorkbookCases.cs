using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using ProdSales.Sources.Tests.Readers;

namespace ProdSales.Host.Tests.BadInput.Cases;

/// <summary>Workbooks, new and old.</summary>
internal static class WorkbookCases
{
    private static readonly object[] Header = [.. Orders.Header.Split(',')];

    internal static IEnumerable<BadCase> All =>
    [
        Kept("An error in a cell of an XLSX", New(Row("1"), Row("2", qty: CellValues.Error), Row("3")), "row 3|qty \"#DIV/0!\" (cell-error); allowed: a value or an empty cell."),
        Kept("An error that is written in a cell of an XLS", Old(Row("1"), Row("2", qty: CellValues.Error), Row("3")), "row 3|qty \"#N/A\" (cell-error); allowed: a value or an empty cell.", "orders.xls"),
        Kept("A formula of an XLS that fails", Old(Row("1"), Row("2", qty: CellValues.Number), Row("3")), "row 3|qty \"#DIV/0!\" (cell-error); allowed: a value or an empty cell.", "orders.xls"),
        Kept("A value right of the header", New(Row("1"), [.. Row("2"), "see mail"], Row("3")), "row 3|row \"see mail\" (field-count); allowed: values in the 7 columns of the header."),
        Kept("Merged cells, of which only the first has the value", New([Row("1"), Row("2", id: null), Row("3")], Merge), "row 3|source_id is missing (missing-value); allowed: a text of at most 4000 characters."),
        Kept("A date as a number without the format of a date", New(Row("1"), Row("2", day: 45322.0), Row("3")), "row 3|ordered_date \"45322\" (date-format); allowed: a date like 2024-01-31."),
        new("Dates that are counted from 1904")
        {
            Files = Orders.File("orders.xlsx", New([Row("1", day: new DateTime(2020, 1, 30)), Row("2", day: new DateTime(2020, 1, 30))], From1904)),
            Mapping = Orders.Mapping("orders.xlsx"),
            Good = "1 2",
            MustCountZero = "SELECT 2 - count(*) FROM fact_sales_order_line WHERE batch_id = BATCH AND ordered_date = DATE '2024-01-31'",
        },
        Refused("A workbook with a password", WorkbookBytes.Encrypted(), "orders.xlsx has a password; save it without one."),
        Refused("A workbook that is cut off", New(Row("1"))[..900], "orders.xlsx is no workbook that can be read: End of Central Directory record could not be found. Allowed are XLSX and XLS without a password."),
        Refused("A sheet without a cell", WorkbookBytes.Xlsx(new() { ["S"] = [] }), "orders.xlsx has no cells in the sheet \"S\"; a file without rows still needs its header."),
        Refused("Two sheets and none named", WorkbookBytes.Xlsx(new() { ["North"] = [Header], ["South"] = [Header] }), "orders.xlsx has 2 sheets and none was named; it has \"North\", \"South\"."),
    ];

    private static BadCase Kept(string name, byte[] content, string row, string file = "orders.xlsx") => new(name)
    {
        Files = Orders.File(file, content),
        Mapping = Orders.Mapping(file),
        Good = "1 3",
        Rows = [$"Row 3 of {file}: {row.Split('|')[1]}"],
    };

    private static BadCase Refused(string name, byte[] content, string message) => new(name)
    {
        Files = Orders.File("orders.xlsx", content),
        Mapping = Orders.Mapping("orders.xlsx"),
        Refusal = $"erp.yaml, line 5: table \"orders\": {message}",
    };

    private static object?[] Row(string number, object? day = null, object? qty = null) => Row(number, number, day, qty);

    private static object?[] Row(string number, string? id, object? day = null, object? qty = null) =>
        [id, day ?? "2024-01-31", $"A-{number}", "C-1", "P-1", qty ?? 5.0, 100.0];

    private static byte[] New(params object?[][] rows) => New(rows, null);

    private static byte[] New(object?[][] rows, Action<WorkbookPart>? finish) => WorkbookBytes.Xlsx(new() { ["Orders"] = [Header, .. rows] }, finish);

    private static byte[] Old(params object?[][] rows) => WorkbookBytes.Xls("Orders", [Header, .. rows.Select(row => row.Select(cell => cell!).ToArray())]);

    private static void Merge(WorkbookPart book)
    {
        Worksheet sheet = book.WorksheetParts.Single().Worksheet!;
        sheet.InsertAfter(new MergeCells(new MergeCell { Reference = "A2:A3" }), sheet.GetFirstChild<SheetData>());
    }

    private static void From1904(WorkbookPart book) => book.Workbook!.InsertAt(new WorkbookProperties { Date1904 = true }, 0);
}
