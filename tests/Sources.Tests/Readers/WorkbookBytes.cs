using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace ProdSales.Sources.Tests.Readers;

/// <summary>Writes workbooks for tests: XLSX by the Open XML library, XLS byte by byte, for which there is no writer.</summary>
internal static class WorkbookBytes
{
    private const int SectorBytes = 512;

    /// <summary>Writes an XLSX; <see cref="CellValues.Error"/> stands for <c>#DIV/0!</c>.</summary>
    internal static byte[] Xlsx(Dictionary<string, object?[][]> sheets, Action<WorkbookPart>? finish = null)
    {
        using MemoryStream stream = new();
        using (SpreadsheetDocument document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            WorkbookPart book = document.AddWorkbookPart();
            book.Workbook = new Workbook(new Sheets());
            book.AddNewPart<WorkbookStylesPart>().Stylesheet = new Stylesheet(
                new Fonts(new Font()),
                new Fills(new Fill()),
                new Borders(new Border()),
                new CellFormats(new CellFormat(), new CellFormat { NumberFormatId = 22, ApplyNumberFormat = true }));
            foreach ((string name, object?[][] rows) in sheets)
            {
                WorksheetPart part = book.AddNewPart<WorksheetPart>();
                part.Worksheet = new Worksheet(new SheetData(rows.Select((cells, row) => RowOf(cells, (uint)row + 1)).Where(row => row.HasChildren)));
                book.Workbook.Sheets!.AppendChild(new Sheet { Id = book.GetIdOfPart(part), SheetId = (uint)book.Workbook.Sheets.Count() + 1, Name = name });
            }

            finish?.Invoke(book);
        }

        return stream.ToArray();
    }

    /// <summary>Writes an XLS (BIFF8 in a compound file) with one sheet of texts, numbers, errors (<see cref="CellValues.Error"/>) and formulas that fail (<see cref="CellValues.Number"/>).</summary>
    internal static byte[] Xls(string sheet, object[][] rows)
    {
        byte[] name = [(byte)sheet.Length, 0, .. Encoding.Latin1.GetBytes(sheet)];
        byte[] globals = [.. Bof(5), .. Record(0x85, [.. Int32(0), 0, 0, .. name]), .. Record(0x0A, [])];
        int sheetStart = globals.Length;
        BinaryPrimitives.WriteInt32LittleEndian(globals.AsSpan(Bof(5).Length + 4), sheetStart);
        IEnumerable<byte> cells = rows.SelectMany((row, r) => row.SelectMany((value, c) => CellRecord(r, c, value)));
        byte[] dimensions = [.. Int32(0), .. Int32(rows.Length), .. Int16(0), .. Int16(rows.Max(row => row.Length)), .. Int16(0)];
        byte[] book = [.. globals, .. Bof(0x10), .. Record(0x200, dimensions), .. cells, .. Record(0x0A, [])];
        return Container("Workbook", book);
    }

    /// <summary>Writes the container of an XLSX with a password, which nothing can be seen of.</summary>
    internal static byte[] Encrypted() => Container("EncryptedPackage", new byte[5000]);

    private static Row RowOf(object?[] cells, uint number)
    {
        Row row = new() { RowIndex = number };
        row.Append(cells.Select((value, column) => CellOf(value, $"{(char)('A' + column)}{number}")).OfType<Cell>());
        return row;
    }

    private static Cell? CellOf(object? value, string reference) => value switch
    {
        null => null,
        string text => new Cell { CellReference = reference, DataType = CellValues.String, CellValue = new CellValue(text) },
        double number => new Cell { CellReference = reference, CellValue = new CellValue(number.ToString("R", CultureInfo.InvariantCulture)) },
        bool flag => new Cell { CellReference = reference, DataType = CellValues.Boolean, CellValue = new CellValue(flag ? "1" : "0") },
        DateTime time => new Cell { CellReference = reference, StyleIndex = 1, CellValue = new CellValue(time.ToOADate().ToString("R", CultureInfo.InvariantCulture)) },
        CellValues.Error => new Cell { CellReference = reference, DataType = CellValues.Error, CellValue = new CellValue("#DIV/0!") },
        _ => throw new ArgumentException($"No cell holds a {value.GetType().Name}.", nameof(value)),
    };

    private static byte[] CellRecord(int row, int column, object value)
    {
        byte[] place = [.. Int16(row), .. Int16(column), .. Int16(0)];
        return value switch
        {
            string text => Record(0x204, [.. place, .. Int16(text.Length), 1, .. Encoding.Unicode.GetBytes(text)]),
            CellValues error when error == CellValues.Error => Record(0x205, [.. place, 0x2A, 1]),
            CellValues => Record(0x06, [.. place, 2, 0, 0x07, 0, 0, 0, 0xFF, 0xFF, .. Int16(0), .. Int32(0), .. Int16(2), 0x1C, 0x07]),
            _ => Record(0x203, [.. place, .. BitConverter.GetBytes((double)value)]),
        };
    }

    private static byte[] Bof(int kind) => Record(0x809, [.. Int16(0x600), .. Int16(kind), .. Int16(0), .. Int16(1996), .. Int32(0), .. Int32(6)]);

    private static byte[] Record(int id, byte[] content) => [.. Int16(id), .. Int16(content.Length), .. content];

    private static byte[] Int16(int value) => BitConverter.GetBytes((short)value);

    private static byte[] Int32(int value) => BitConverter.GetBytes(value);

    /// <summary>Wraps one stream: header, one sector of allocation table, one of directory, then the stream.</summary>
    private static byte[] Container(string name, byte[] book)
    {
        int sectors = Math.Max(8, (book.Length + SectorBytes - 1) / SectorBytes);
        Array.Resize(ref book, sectors * SectorBytes);
        byte[] header =
        [
            0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[16], .. Int16(0x3E), .. Int16(3), .. Int16(-2), .. Int16(9), .. Int16(6), .. new byte[10],
            .. Int32(1), .. Int32(1), .. Int32(0), .. Int32(4096), .. Int32(-2), .. Int32(0), .. Int32(-2), .. Int32(0),
            .. Int32(0), .. Enumerable.Repeat(-1, 108).SelectMany(Int32),
        ];
        IEnumerable<int> chain = Enumerable.Range(0, sectors).Select(sector => sector == sectors - 1 ? -2 : sector + 3);
        byte[] table = [.. new[] { -3, -2 }.Concat(chain).Concat(Enumerable.Repeat(-1, 128)).Take(128).SelectMany(Int32)];
        byte[] directory = [.. Entry("Root Entry", 5, child: 1, start: -2, 0), .. Entry(name, 2, child: -1, start: 2, book.Length), .. new byte[256]];
        return [.. header, .. table, .. directory, .. book];
    }

    private static byte[] Entry(string name, byte kind, int child, int start, int length)
    {
        byte[] text = Encoding.Unicode.GetBytes(name + '\0');
        return
        [
            .. text, .. new byte[64 - text.Length], .. Int16(text.Length), kind, 1, .. Int32(-1), .. Int32(-1), .. Int32(child),
            .. new byte[36], .. Int32(start), .. Int32(length), .. Int32(0),
        ];
    }
}
