using System.Globalization;
using ProdSales.Warehouse.Columns;
using ProdSales.Warehouse.Provider;

namespace ProdSales.Warehouse.Values;

/// <summary>Single cells of a vector as .NET values, converted where nothing is lost. The row must not be null.</summary>
internal static class Cells
{
    /// <summary>An integer, a DECIMAL without a fraction, or a BOOLEAN as 0 or 1.</summary>
    public static Int128 Integer(in ColumnVector column, int row)
    {
        Int128 value = column.Integer(row);
        switch (column.Type.Kind)
        {
            case DuckDbType.Decimal when column.Type.Scale > 0:
                Int128 whole = value / Pow10(column.Type.Scale);
                return whole * Pow10(column.Type.Scale) == value
                    ? whole
                    : throw new InvalidCastException($"{Decimals.Text(value, column.Type.Scale)} has a fraction and cannot be read as an integer.");
            case DuckDbType.Decimal or DuckDbType.Boolean:
            case >= DuckDbType.TinyInt and <= DuckDbType.UBigInt:
            case DuckDbType.HugeInt or DuckDbType.UHugeInt:
                return value;
            default:
                throw Refused(column, "an integer");
        }
    }

    /// <summary>A DECIMAL, an integer, or a floating point number rounded as <see cref="decimal"/> rounds it.</summary>
    public static decimal Decimal(in ColumnVector column, int row) => column.Type.Kind switch
    {
        DuckDbType.Decimal when column.Type.Width <= 18 => Decimals.From(column.Narrow(row), column.Type.Scale),
        DuckDbType.Decimal or DuckDbType.HugeInt => Decimals.From(column.Integer(row), column.Type.Scale),
        DuckDbType.Double => (decimal)column.Values<double>()[row],
        DuckDbType.Float => (decimal)column.Values<float>()[row],
        _ => (decimal)Integer(column, row),
    };

    /// <summary>Any number, rounded to the nearest floating point one.</summary>
    public static double Double(in ColumnVector column, int row) => column.Type.Kind switch
    {
        DuckDbType.Double => column.Values<double>()[row],
        DuckDbType.Float => column.Values<float>()[row],
        DuckDbType.Decimal => Decimals.ToDouble(column.Integer(row), column.Type.Scale),
        _ => (double)Integer(column, row),
    };

    /// <summary>A DATE, or a TIMESTAMP at midnight.</summary>
    public static DateOnly Date(in ColumnVector column, int row)
    {
        if (column.Type.Kind == DuckDbType.Date)
        {
            return Instants.Date(column.Values<int>()[row]);
        }

        DateTime time = Timestamp(column, row);
        return time.TimeOfDay == TimeSpan.Zero
            ? DateOnly.FromDateTime(time)
            : throw new InvalidCastException($"{time:O} is not at midnight and cannot be read as a date.");
    }

    /// <summary>A TIMESTAMP of any precision, or a DATE as its midnight. Of UTC kind for TIMESTAMP WITH TIME ZONE, of no kind otherwise.</summary>
    public static DateTime Timestamp(in ColumnVector column, int row) => column.Type.Kind switch
    {
        DuckDbType.Timestamp => Instants.Time(column.Narrow(row)),
        DuckDbType.TimestampTz => DateTime.SpecifyKind(Instants.Time(column.Narrow(row)), DateTimeKind.Utc),
        DuckDbType.TimestampSeconds => Instants.Time(column.Integer(row) * 1_000_000),
        DuckDbType.TimestampMillis => Instants.Time(column.Integer(row) * 1_000),
        DuckDbType.TimestampNanos => Instants.Time(column.Integer(row) / 1_000),
        DuckDbType.Date => Date(column, row).ToDateTime(TimeOnly.MinValue),
        _ => throw Refused(column, "a timestamp"),
    };

    /// <summary>A TIME.</summary>
    public static TimeOnly Time(in ColumnVector column, int row) => column.Type.Kind == DuckDbType.Time
        ? new TimeOnly(column.Values<long>()[row] * TimeSpan.TicksPerMicrosecond)
        : throw Refused(column, "a time of day");

    /// <summary>A UUID; the engine keeps its top bit flipped so that it sorts as text does.</summary>
    public static Guid Guid(in ColumnVector column, int row)
    {
        if (column.Type.Kind != DuckDbType.Uuid)
        {
            throw Refused(column, "a UUID");
        }

        Span<byte> bytes = stackalloc byte[16];
        System.Buffers.Binary.BinaryPrimitives.WriteUInt128BigEndian(bytes, (UInt128)column.Integer(row) ^ (UInt128.One << 127));
        return new Guid(bytes, bigEndian: true);
    }

    /// <summary>An INTERVAL.</summary>
    public static unsafe DuckDbInterval Interval(in ColumnVector column, int row) => column.Type.Kind == DuckDbType.Interval
        ? column.Values<DuckDbInterval>()[row]
        : throw Refused(column, "an interval");

    /// <summary>The bytes of a BLOB, or the UTF-8 of a VARCHAR.</summary>
    public static byte[] Bytes(in ColumnVector column, int row) => column.Type.Kind is DuckDbType.Blob or DuckDbType.Varchar
        ? column.Utf8(row).ToArray()
        : throw Refused(column, "bytes");

    /// <summary>The text of a VARCHAR, the label of an ENUM, or any other single value written in the invariant culture.</summary>
    public static string Text(in ColumnVector column, int row) => column.Type.Kind switch
    {
        DuckDbType.Varchar => column.Text(row),
        DuckDbType.Enum => column.Type.Labels[(int)column.Integer(row)],
        DuckDbType.Decimal or DuckDbType.HugeInt => Decimals.Text(column.Integer(row), column.Type.Scale),
        DuckDbType.Bit => Bits(column.Utf8(row)),
        DuckDbType.Date => Date(column, row).ToString("O", CultureInfo.InvariantCulture),
        _ => Convert.ToString(Value(column, row), CultureInfo.InvariantCulture) ?? "",
    };

    /// <summary>The value as the type that <see cref="ClrTypes.Of"/> tells for its column; null for a null.</summary>
    public static object? Value(in ColumnVector column, int row)
    {
        if (column.IsNull(row))
        {
            return null;
        }

        return column.Type.Kind switch
        {
            DuckDbType.Boolean => column.Values<bool>()[row],
            DuckDbType.TinyInt => column.Values<sbyte>()[row],
            DuckDbType.SmallInt => column.Values<short>()[row],
            DuckDbType.Integer => column.Values<int>()[row],
            DuckDbType.BigInt => column.Values<long>()[row],
            DuckDbType.UTinyInt => column.Values<byte>()[row],
            DuckDbType.USmallInt => column.Values<ushort>()[row],
            DuckDbType.UInteger => column.Values<uint>()[row],
            DuckDbType.UBigInt => column.Values<ulong>()[row],
            DuckDbType.Float => column.Values<float>()[row],
            DuckDbType.Double => column.Values<double>()[row],
            DuckDbType.Decimal or DuckDbType.HugeInt or DuckDbType.UHugeInt => Decimal(column, row),
            DuckDbType.Varchar or DuckDbType.Enum or DuckDbType.Bit => Text(column, row),
            DuckDbType.Blob => Bytes(column, row),
            DuckDbType.Date => Date(column, row),
            DuckDbType.Time => Time(column, row),
            DuckDbType.TimestampTz => new DateTimeOffset(Timestamp(column, row)),
            DuckDbType.Timestamp or DuckDbType.TimestampSeconds or DuckDbType.TimestampMillis or DuckDbType.TimestampNanos => Timestamp(column, row),
            DuckDbType.Uuid => Guid(column, row),
            DuckDbType.Interval => Interval(column, row),
            DuckDbType.List or DuckDbType.Array => Elements(column, row),
            DuckDbType.Struct => Fields(column, row),
            DuckDbType.Map => Entries(column, row),
            _ => throw Refused(column, "a .NET value; cast it to VARCHAR in the statement"),
        };
    }

    /// <summary>Tells that a column cannot be read as asked.</summary>
    public static InvalidCastException Refused(in ColumnVector column, string asked) => new($"A column of {column.Type} cannot be read as {asked}.");

    private static Array Elements(in ColumnVector column, int row)
    {
        ColumnVector elements = column.Elements();
        (int offset, int length) = column.ElementsOf(row);
        var values = Array.CreateInstance(ClrTypes.OfElement(elements.Type), length);
        for (int i = 0; i < length; i++)
        {
            values.SetValue(Value(elements, offset + i), i);
        }

        return values;
    }

    private static Dictionary<string, object?> Fields(in ColumnVector column, int row)
    {
        var fields = new Dictionary<string, object?>(StringComparer.Ordinal);
        for (int i = 0; i < column.Type.FieldNames.Count; i++)
        {
            fields[column.Type.FieldNames[i]] = Value(column.Field(i), row);
        }

        return fields;
    }

    private static Dictionary<object, object?> Entries(in ColumnVector column, int row)
    {
        ColumnVector entries = column.Elements();
        (int offset, int length) = column.ElementsOf(row);
        ColumnVector keys = entries.Field(0);
        ColumnVector values = entries.Field(1);
        var result = new Dictionary<object, object?>();
        for (int i = offset; i < offset + length; i++)
        {
            result[Value(keys, i)!] = Value(values, i);
        }

        return result;
    }

    private static string Bits(ReadOnlySpan<byte> bytes)
    {
        int padding = bytes[0];
        var text = new System.Text.StringBuilder();
        foreach (byte b in bytes[1..])
        {
            text.Append(Convert.ToString(b, 2).PadLeft(8, '0'));
        }

        return text.ToString(padding, text.Length - padding);
    }

    private static Int128 Pow10(int exponent)
    {
        Int128 power = 1;
        for (int i = 0; i < exponent; i++)
        {
            power *= 10;
        }

        return power;
    }
}
