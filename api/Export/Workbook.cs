using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using ProdSales.Warehouse.Columns;

namespace ProdSales.Export;

/// <summary>Writes a result as an Excel workbook: numbers as numbers, days as days, nulls as empty cells; a further sheet where one is full.</summary>
public static class Workbook
{
    /// <summary>The media type of the format.</summary>
    public const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>The rows that one sheet holds, its header included.</summary>
    public const int RowsOfSheet = 1_048_576;

    private const int LongestText = 32_767;

    /// <summary>Writes the names of the columns and all rows of a result.</summary>
    /// <param name="chunks">The result, from its first row on.</param>
    /// <param name="output">Where the bytes go; it must be able to seek, as the format has its table of contents at the end.</param>
    /// <param name="rowsOfSheet">The rows of one sheet, its header included.</param>
    /// <returns>The rows written.</returns>
    /// <exception cref="Warehouse.WarehouseException">The statement failed on its way.</exception>
    /// <exception cref="OperationCanceledException">The token of the command was cancelled.</exception>
    public static long Write(ResultChunks chunks, Stream output, int rowsOfSheet = RowsOfSheet)
    {
        ArgumentNullException.ThrowIfNull(chunks);
        using SpreadsheetDocument document = SpreadsheetDocument.Create(output, SpreadsheetDocumentType.Workbook);
        WorkbookPart workbook = document.AddWorkbookPart();
        workbook.Workbook = new DocumentFormat.OpenXml.Spreadsheet.Workbook(new Sheets());
        WorkbookStyles.AddTo(workbook);
        RowSource rows = new(chunks);
        int sheet = 0;
        do
        {
            WorksheetPart part = workbook.AddNewPart<WorksheetPart>();
            WriteSheet(part, rows, rowsOfSheet);
            sheet++;
            workbook.Workbook.Sheets!.AppendChild(new Sheet { Id = workbook.GetIdOfPart(part), SheetId = (uint)sheet, Name = string.Create(CultureInfo.InvariantCulture, $"{sheet}") });
        }
        while (!rows.IsAtEnd);
        return rows.Count;
    }

    private static void WriteSheet(WorksheetPart part, RowSource rows, int rowsOfSheet)
    {
        using OpenXmlWriter writer = OpenXmlWriter.Create(part);
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(new SheetViews(new SheetView(new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen }) { WorkbookViewId = 0 }));
        writer.WriteStartElement(new SheetData());
        writer.WriteStartElement(new Row());
        foreach (ResultColumn column in rows.Columns)
        {
            WriteText(writer, column.Name, WorkbookStyles.Header);
        }

        writer.WriteEndElement();
        for (int row = 1; row < rowsOfSheet && rows.MoveNext(); row++)
        {
            writer.WriteStartElement(new Row());
            for (int column = 0; column < rows.Columns.Count; column++)
            {
                WriteCell(writer, rows.Vector(column), rows.Row);
            }

            writer.WriteEndElement();
        }

        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    private static void WriteCell(OpenXmlWriter writer, ColumnVector vector, int row)
    {
        if (vector.IsNull(row))
        {
            writer.WriteElement(new Cell());
            return;
        }

        switch (vector.Type.Kind)
        {
            case DuckDbType.Varchar:
                WriteText(writer, vector.Text(row), null);
                break;
            case DuckDbType.Enum:
                WriteText(writer, vector.Type.Labels[(int)vector.Integer(row)], null);
                break;
            case DuckDbType.Boolean:
                writer.WriteElement(new Cell { DataType = CellValues.Boolean, CellValue = new CellValue(vector.Values<byte>()[row] != 0 ? "1" : "0") });
                break;
            case DuckDbType.Date:
                double day = DateTime.UnixEpoch.AddDays(vector.Values<int>()[row]).ToOADate();
                writer.WriteElement(new Cell { StyleIndex = WorkbookStyles.Day, CellValue = new CellValue(day) });
                break;
            default:
                WriteNumber(writer, vector, row);
                break;
        }
    }

    private static void WriteNumber(OpenXmlWriter writer, ColumnVector vector, int row)
    {
        Span<byte> text = stackalloc byte[CellText.LongestNumber];
        string number = Encoding.ASCII.GetString(text[..CellText.Format(vector, row, text)]);
        bool isNumber = double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value);
        if (isNumber)
        {
            writer.WriteElement(new Cell { CellValue = new CellValue(number) });
        }
        else
        {
            WriteText(writer, number, null);
        }
    }

    /// <summary>A cell holds 32,767 characters; what is longer is cut there, and characters that no workbook can hold become spaces.</summary>
    private static void WriteText(OpenXmlWriter writer, string text, uint? style)
    {
        string held = text.Length > LongestText ? text[..LongestText] : text;
        string clean = string.Concat(held.Select(letter => letter is '\t' or '\n' or '\r' || letter >= ' ' && letter is not ('\uFFFE' or '\uFFFF') ? letter : ' '));
        Cell cell = new(new InlineString(new Text(clean) { Space = SpaceProcessingModeValues.Preserve })) { DataType = CellValues.InlineString };
        cell.StyleIndex = style;
        writer.WriteElement(cell);
    }
}
