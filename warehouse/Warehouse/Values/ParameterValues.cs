using System.Collections;
using System.Numerics;
using System.Text;
using ProdSales.Native;
using ProdSales.Native.Handles;
using ProdSales.Native.Shapes;
using ProdSales.Warehouse.Columns;
using ProdSales.Warehouse.Provider;

namespace ProdSales.Warehouse.Values;

/// <summary>Makes the engine's values from .NET values.</summary>
internal static unsafe class ParameterValues
{
    /// <summary>Makes the engine's value; null and <see cref="DBNull"/> are NULL.</summary>
    /// <exception cref="ArgumentException">The .NET type has no counterpart.</exception>
    public static ValueHandle Create(object? value) => value switch
    {
        null or DBNull => LibDuckDb.CreateNull(),
        string text => Text(text),
        bool flag => LibDuckDb.CreateBool(flag),
        sbyte number => LibDuckDb.CreateInt8(number),
        short number => LibDuckDb.CreateInt16(number),
        int number => LibDuckDb.CreateInt32(number),
        long number => LibDuckDb.CreateInt64(number),
        byte number => LibDuckDb.CreateUInt8(number),
        ushort number => LibDuckDb.CreateUInt16(number),
        uint number => LibDuckDb.CreateUInt32(number),
        ulong number => LibDuckDb.CreateUInt64(number),
        Int128 number => LibDuckDb.CreateHugeInt(NativeHugeInt.From(number)),
        BigInteger number => LibDuckDb.CreateHugeInt(NativeHugeInt.From((Int128)number)),
        float number => LibDuckDb.CreateFloat(number),
        double number => LibDuckDb.CreateDouble(number),
        decimal number => LibDuckDb.CreateDecimal(Decimals.ToNative(number)),
        DateOnly date => LibDuckDb.CreateDate(Instants.Days(date)),
        TimeOnly time => LibDuckDb.CreateTime(time.Ticks / TimeSpan.TicksPerMicrosecond),
        DateTime { Kind: DateTimeKind.Local } time => throw new ArgumentException($"{time:O} is in this machine's zone: give it in UTC or without a zone.", nameof(value)),
        DateTime time => LibDuckDb.CreateTimestamp(Instants.Micros(time)),
        DateTimeOffset instant => LibDuckDb.CreateTimestampTz(Instants.Micros(instant.UtcDateTime)),
        TimeSpan span => LibDuckDb.CreateInterval(new NativeInterval { Micros = span.Ticks / TimeSpan.TicksPerMicrosecond }),
        DuckDbInterval i => LibDuckDb.CreateInterval(new NativeInterval { Months = i.Months, Days = i.Days, Micros = i.Microseconds }),
        Guid id => Uuid(id),
        byte[] bytes => Blob(bytes),
        Enum member => Text(member.ToString()),
        char letter => Text(letter.ToString()),
        IEnumerable items => List(items),
        _ => throw new ArgumentException($"A value of {value.GetType()} has no counterpart in DuckDB.", nameof(value)),
    };

    private static ValueHandle Text(string text)
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(text);
        fixed (byte* start = utf8)
        {
            return LibDuckDb.CreateVarchar(start, (ulong)utf8.Length);
        }
    }

    private static ValueHandle Blob(byte[] bytes)
    {
        fixed (byte* start = bytes)
        {
            return LibDuckDb.CreateBlob(start, (ulong)bytes.Length);
        }
    }

    private static ValueHandle Uuid(Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        return LibDuckDb.CreateUuid(NativeHugeInt.From((Int128)System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(bytes)));
    }

    private static ValueHandle List(IEnumerable items)
    {
        object?[] elements = [.. items.Cast<object?>()];
        ColumnType type = ElementType(items, elements);
        ValueHandle[] values = [.. elements.Select(Create)];
        try
        {
            using LogicalTypeHandle element = type.Create();
            nint[] pointers = [.. values.Select(value => value.DangerousGetHandle())];
            fixed (nint* start = pointers)
            {
                return LibDuckDb.CreateListValue(element, start, (ulong)pointers.Length);
            }
        }
        finally
        {
            foreach (ValueHandle value in values)
            {
                value.Dispose();
            }
        }
    }

    private static ColumnType ElementType(IEnumerable items, object?[] elements)
    {
        object? sample = elements.FirstOrDefault(e => e is not null and not DBNull);
        Type? declared = items.GetType().GetElementType() ?? items.GetType().GetGenericArguments().FirstOrDefault();
        Type type = sample?.GetType() ?? Nullable.GetUnderlyingType(declared ?? typeof(object)) ?? declared ?? typeof(object);
        return type switch
        {
            _ when type == typeof(decimal) => DecimalOf(elements),
            _ when type == typeof(int) => ColumnType.Of(DuckDbType.Integer),
            _ when type == typeof(long) => ColumnType.Of(DuckDbType.BigInt),
            _ when type == typeof(short) => ColumnType.Of(DuckDbType.SmallInt),
            _ when type == typeof(bool) => ColumnType.Of(DuckDbType.Boolean),
            _ when type == typeof(double) => ColumnType.Of(DuckDbType.Double),
            _ when type == typeof(DateOnly) => ColumnType.Of(DuckDbType.Date),
            _ when type == typeof(DateTime) => ColumnType.Of(DuckDbType.Timestamp),
            _ when type == typeof(DateTimeOffset) => ColumnType.Of(DuckDbType.TimestampTz),
            _ when type == typeof(Guid) => ColumnType.Of(DuckDbType.Uuid),
            _ when type == typeof(string) || type == typeof(object) || type.IsEnum => ColumnType.Of(DuckDbType.Varchar),
            _ => throw new ArgumentException($"A list of {type} has no counterpart in DuckDB.", nameof(items)),
        };
    }

    private static ColumnType DecimalOf(object?[] elements)
    {
        NativeDecimal[] numbers = [.. elements.OfType<decimal>().Select(Decimals.ToNative)];
        int scale = numbers.Max(n => n.Scale);
        return ColumnType.Decimal(Math.Min(38, numbers.Max(n => n.Width - n.Scale) + scale), scale);
    }
}
