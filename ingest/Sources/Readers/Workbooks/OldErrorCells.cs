using System.Buffers.Binary;
using System.Text;

namespace ProdSales.Sources.Readers.Workbooks;

/// <summary>Finds the cells of an XLS sheet that hold an error such as <c>#DIV/0!</c>, written or computed.</summary>
internal static class OldErrorCells
{
    private const int EndOfSheet = 0x0A;
    private const int Formula = 0x06;
    private const int SheetPlace = 0x85;
    private const int ErrorValue = 0x205;
    private const int BeginOfSheet = 0x809;

    /// <summary>Finds the error cells.</summary>
    /// <param name="file">The file.</param>
    /// <param name="sheet">The name of the sheet.</param>
    /// <returns>The errors by the names of their cells, as in <c>C7</c>.</returns>
    internal static Dictionary<string, string> Find(CompoundFile file, string sheet)
    {
        Dictionary<string, string> errors = new(StringComparer.Ordinal);
        byte[] book = file.Stream("Workbook") ?? file.Stream("Book") ?? [];
        int depth = 0;
        foreach ((int kind, ReadOnlyMemory<byte> content) in Records(book, StartOf(book, sheet)))
        {
            depth += kind switch { BeginOfSheet => 1, EndOfSheet => -1, _ => 0 };
            if (depth <= 0)
            {
                break;
            }

            if (CodeOf(kind, content.Span) is { } code)
            {
                int row = BinaryPrimitives.ReadUInt16LittleEndian(content.Span);
                int column = BinaryPrimitives.ReadUInt16LittleEndian(content.Span[2..]);
                errors[WorkbookCells.Name(column, row + 1)] = Name(code);
            }
        }

        return errors;
    }

    private static int StartOf(byte[] book, string sheet)
    {
        foreach ((int kind, ReadOnlyMemory<byte> content) in Records(book, 0))
        {
            if (kind is SheetPlace && content.Length > 8 && NameOf(content.Span[6..]).Equals(sheet, StringComparison.Ordinal))
            {
                return BinaryPrimitives.ReadInt32LittleEndian(content.Span);
            }
        }

        return book.Length;
    }

    /// <summary>Reads the name of a sheet: since 1997 with a byte that says how wide its characters are.</summary>
    private static string NameOf(ReadOnlySpan<byte> text) => text[1] switch
    {
        0 => Encoding.Latin1.GetString(text[2..Math.Min(text.Length, 2 + text[0])]),
        1 => Encoding.Unicode.GetString(text[2..Math.Min(text.Length, 2 + (2 * text[0]))]),
        _ => Encoding.Latin1.GetString(text[1..Math.Min(text.Length, 1 + text[0])]),
    };

    private static byte? CodeOf(int kind, ReadOnlySpan<byte> content) => kind switch
    {
        ErrorValue when content.Length >= 8 && content[7] is 1 => content[6],
        Formula when content.Length >= 14 && content[6] is 2 && content[12] is 0xFF && content[13] is 0xFF => content[8],
        _ => null,
    };

    private static string Name(byte code) => code switch
    {
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x0F => "#VALUE!",
        0x17 => "#REF!",
        0x1D => "#NAME?",
        0x24 => "#NUM!",
        0x2A => "#N/A",
        _ => "#ERROR",
    };

    private static IEnumerable<(int Kind, ReadOnlyMemory<byte> Content)> Records(byte[] book, int start)
    {
        for (int at = start; at >= 0 && at + 4 <= book.Length;)
        {
            int kind = BinaryPrimitives.ReadUInt16LittleEndian(book.AsSpan(at));
            int length = BinaryPrimitives.ReadUInt16LittleEndian(book.AsSpan(at + 2));
            if (at + 4 + length > book.Length)
            {
                yield break;
            }

            yield return (kind, book.AsMemory(at + 4, length));
            at += 4 + length;
        }
    }
}
