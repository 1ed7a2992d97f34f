using System.Buffers;
using System.Text;
using ProdSales.Warehouse.Columns;

namespace ProdSales.Export;

/// <summary>Writes a result as comma-separated text (RFC 4180) in UTF-8. A null is an empty field, an empty text is <c>""</c>.</summary>
public static class CsvTable
{
    /// <summary>The media type of the format.</summary>
    public const string MediaType = "text/csv";

    private static readonly SearchValues<byte> Quoted = SearchValues.Create("\",\r\n"u8);

    /// <summary>Writes the names of the columns and all rows of a result.</summary>
    /// <param name="chunks">The result, from its first row on.</param>
    /// <param name="output">Where the bytes go; they are not flushed.</param>
    /// <param name="isForExcel">
    /// Begins with a byte order mark, without which Excel takes UTF-8 for something else, and puts an apostrophe before text that Excel would run as a formula.
    /// </param>
    /// <returns>The rows written.</returns>
    /// <exception cref="Warehouse.WarehouseException">The statement failed on its way.</exception>
    /// <exception cref="OperationCanceledException">The token of the command was cancelled.</exception>
    public static long Write(ResultChunks chunks, Stream output, bool isForExcel)
    {
        ArgumentNullException.ThrowIfNull(chunks);
        ArgumentNullException.ThrowIfNull(output);
        ArrayBufferWriter<byte> buffer = new(64 * 1024);
        if (isForExcel)
        {
            buffer.Write(Encoding.UTF8.Preamble);
        }

        WriteHeader(chunks.Columns, buffer);
        long rows = 0;
        byte[] scratch = new byte[CellText.LongestNumber];
        while (chunks.MoveNext())
        {
            ColumnVector[] vectors = [.. Enumerable.Range(0, chunks.Columns.Count).Select(chunks.Current.Vector)];
            for (int row = 0; row < chunks.Current.Count; row++)
            {
                WriteRow(vectors, row, buffer, scratch, isForExcel);
            }

            rows += chunks.Current.Count;
            output.Write(buffer.WrittenSpan);
            buffer.ResetWrittenCount();
        }

        output.Write(buffer.WrittenSpan);
        return rows;
    }

    private static void WriteHeader(IReadOnlyList<ResultColumn> columns, ArrayBufferWriter<byte> buffer)
    {
        for (int column = 0; column < columns.Count; column++)
        {
            Separate(buffer, column);
            WriteText(Encoding.UTF8.GetBytes(columns[column].Name), buffer, isForExcel: false);
        }

        buffer.Write("\r\n"u8);
    }

    private static void WriteRow(ColumnVector[] vectors, int row, ArrayBufferWriter<byte> buffer, byte[] scratch, bool isForExcel)
    {
        for (int column = 0; column < vectors.Length; column++)
        {
            Separate(buffer, column);
            ColumnVector vector = vectors[column];
            if (vector.IsNull(row))
            {
                continue;
            }

            if (CellText.IsText(vector.Type))
            {
                WriteText(vector.Type.Kind is DuckDbType.Enum ? CellText.Label(vector, row) : vector.Utf8(row), buffer, isForExcel);
            }
            else
            {
                buffer.Write(scratch.AsSpan(0, CellText.Format(vector, row, scratch)));
            }
        }

        buffer.Write("\r\n"u8);
    }

    private static void Separate(ArrayBufferWriter<byte> buffer, int column)
    {
        if (column > 0)
        {
            buffer.Write(","u8);
        }
    }

    private static void WriteText(ReadOnlySpan<byte> text, ArrayBufferWriter<byte> buffer, bool isForExcel)
    {
        bool runs = isForExcel && text.Length > 0 && text[0] is (byte)'=' or (byte)'+' or (byte)'-' or (byte)'@' or (byte)'\t' or (byte)'\r';
        if (text.Length > 0 && !runs && text.IndexOfAny(Quoted) < 0)
        {
            buffer.Write(text);
            return;
        }

        buffer.Write("\""u8);
        if (runs)
        {
            buffer.Write("'"u8);
        }

        for (int quote = text.IndexOf((byte)'"'); quote >= 0; quote = text.IndexOf((byte)'"'))
        {
            buffer.Write(text[..(quote + 1)]);
            buffer.Write("\""u8);
            text = text[(quote + 1)..];
        }

        buffer.Write(text);
        buffer.Write("\""u8);
    }
}
