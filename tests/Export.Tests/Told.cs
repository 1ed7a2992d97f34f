using System.Globalization;
using System.Text;
using ProdSales.Warehouse.Columns;

namespace ProdSales.Export.Tests;

/// <summary>Values to the last bit, in the words of <c>read.mjs</c>, read from the engine's vectors.</summary>
internal static class Told
{
    public static string Row(DataChunk chunk, IReadOnlyList<ResultColumn> columns, int row)
        => string.Join(',', Enumerable.Range(0, columns.Count).Select(column => Value(chunk.Vector(column), row)));

    private static string Value(ColumnVector vector, int row)
    {
        if (vector.IsNull(row))
        {
            return "~";
        }

        switch (vector.Type.Kind)
        {
            case DuckDbType.Varchar:
                return Convert.ToHexStringLower(vector.Utf8(row));
            case DuckDbType.Enum:
                return Convert.ToHexStringLower(Encoding.UTF8.GetBytes(vector.Type.Labels[(int)vector.Integer(row)]));
            case DuckDbType.Double:
                return BitConverter.DoubleToUInt64Bits(vector.Values<double>()[row]).ToString("x", CultureInfo.InvariantCulture);
            case DuckDbType.Boolean:
                return vector.Values<byte>()[row] != 0 ? "true" : "false";
            case DuckDbType.Date:
                return ((long)vector.Values<int>()[row] * 86_400_000).ToString(CultureInfo.InvariantCulture);
            case DuckDbType.Timestamp or DuckDbType.TimestampTz:
                return Milliseconds(vector.Values<long>()[row]);
            case DuckDbType.List:
                (int offset, int length) = vector.ElementsOf(row);
                ColumnVector elements = vector.Elements();
                return $"[{string.Join(' ', Enumerable.Range(offset, length).Select(item => Value(elements, item)))}]";
            default:
                return vector.Integer(row).ToString(CultureInfo.InvariantCulture);
        }
    }

    /// <summary>Instants as the reader gives them: milliseconds with their fraction.</summary>
    private static string Milliseconds(long microseconds) => (microseconds / 1000.0).ToString("R", CultureInfo.InvariantCulture);
}
