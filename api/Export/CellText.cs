using System.Globalization;
using System.Text;
using ProdSales.Warehouse.Columns;

namespace ProdSales.Export;

/// <summary>Writes values as text, the same everywhere: numbers with a point and no grouping, days and instants as ISO 8601 has them.</summary>
internal static class CellText
{
    /// <summary>The most bytes that <see cref="Format"/> writes.</summary>
    public const int LongestNumber = 64;

    private static readonly int DaysToEpoch = new DateOnly(1970, 1, 1).DayNumber;

    /// <summary>Whether values are text, which is written from its own bytes.</summary>
    public static bool IsText(ColumnType type) => type.Kind is DuckDbType.Varchar or DuckDbType.Enum;

    /// <summary>The label of an enum's code.</summary>
    public static byte[] Label(ColumnVector vector, int row) => Encoding.UTF8.GetBytes(vector.Type.Labels[(int)vector.Integer(row)]);

    /// <summary>Writes a value that is no text and not null.</summary>
    /// <returns>The bytes written.</returns>
    /// <exception cref="NotSupportedException">The type has no form in a flat file.</exception>
    public static int Format(ColumnVector vector, int row, Span<byte> target) => vector.Type.Kind switch
    {
        DuckDbType.Boolean => Copy(vector.Values<byte>()[row] != 0 ? "true"u8 : "false"u8, target),
        DuckDbType.Double => Write(vector.Values<double>()[row], target),
        DuckDbType.Float => Write(vector.Values<float>()[row], target),
        DuckDbType.Date => Write(DateOnly.FromDayNumber(DaysToEpoch + vector.Values<int>()[row]), target, "O"),
        DuckDbType.Timestamp => Write(DateTime.UnixEpoch.AddMicroseconds(vector.Values<long>()[row]), target, "yyyy-MM-ddTHH:mm:ss.FFFFFF"),
        DuckDbType.TimestampTz => Write(DateTime.UnixEpoch.AddMicroseconds(vector.Values<long>()[row]), target, "yyyy-MM-ddTHH:mm:ss.FFFFFFZ"),
        DuckDbType.Decimal => Decimal(vector.Integer(row), vector.Type.Scale, target),
        DuckDbType.TinyInt or DuckDbType.SmallInt or DuckDbType.Integer or DuckDbType.BigInt or DuckDbType.HugeInt
            or DuckDbType.UTinyInt or DuckDbType.USmallInt or DuckDbType.UInteger or DuckDbType.UBigInt => Write(vector.Integer(row), target),
        _ => throw new NotSupportedException($"A column of {vector.Type} has no form in a flat file."),
    };

    private static int Decimal(Int128 unscaled, int scale, Span<byte> target)
    {
        if (scale == 0)
        {
            return Write(unscaled, target);
        }

        Span<byte> digits = stackalloc byte[LongestNumber];
        int count = Write(Int128.Abs(unscaled), digits);
        int at = 0;
        if (Int128.IsNegative(unscaled))
        {
            target[at++] = (byte)'-';
        }

        int whole = Math.Max(count - scale, 0);
        at += Copy(whole == 0 ? "0"u8 : digits[..whole], target[at..]);
        target[at++] = (byte)'.';
        target.Slice(at, scale).Fill((byte)'0');
        digits[whole..count].CopyTo(target[(at + scale - (count - whole))..]);
        return at + scale;
    }

    private static int Write<T>(T value, Span<byte> target, string? format = null)
        where T : IUtf8SpanFormattable
        => value.TryFormat(target, out int written, format, CultureInfo.InvariantCulture) ? written : throw new ArgumentException($"{value} takes more than {target.Length} bytes.", nameof(target));

    private static int Copy(ReadOnlySpan<byte> text, Span<byte> target)
    {
        text.CopyTo(target);
        return text.Length;
    }
}
