using System.Numerics;
using System.Text;
using ProdSales.Warehouse.Columns;
using ProdSales.Warehouse.Values;

namespace ProdSales.Warehouse.Provider;

/// <content>The values of the current row.</content>
public sealed partial class DuckDbDataReader
{
    /// <inheritdoc/>
    public override bool IsDBNull(int ordinal) => Cell(ordinal).IsNull(_row);

    /// <summary>Gives the value as the type of <see cref="GetFieldType"/>, or <see cref="DBNull"/>.</summary>
    public override object GetValue(int ordinal) => Cells.Value(Cell(ordinal), _row) ?? DBNull.Value;

    /// <inheritdoc/>
    public override int GetValues(object[] values)
    {
        int count = Math.Min(values.Length, FieldCount);
        for (int i = 0; i < count; i++)
        {
            values[i] = GetValue(i);
        }

        return count;
    }

    /// <summary>Gives the value as a type it converts to without loss.</summary>
    /// <typeparam name="T">Any type of the reader's remarks, or a nullable of it, for which NULL is null.</typeparam>
    /// <exception cref="InvalidCastException">The value is NULL, or of another kind.</exception>
    /// <exception cref="OverflowException">The value does not fit.</exception>
    public override T GetFieldValue<T>(int ordinal)
    {
        if (default(T) is null && IsDBNull(ordinal))
        {
            return default!;
        }

        Type type = Nullable.GetUnderlyingType(typeof(T)) ?? typeof(T);
        object value = Convert(NotNull(ordinal), type);
        return value is T fitting ? fitting : throw Cells.Refused(Cell(ordinal), typeof(T).Name);
    }

    /// <inheritdoc/>
    public override bool GetBoolean(int ordinal)
    {
        ref readonly ColumnVector cell = ref NotNull(ordinal);
        return cell.Type.Kind == DuckDbType.Boolean ? cell.Values<bool>()[_row] : throw Cells.Refused(cell, "a boolean");
    }

    /// <inheritdoc/>
    public override byte GetByte(int ordinal) => checked((byte)Cells.Integer(NotNull(ordinal), _row));

    /// <inheritdoc/>
    public override short GetInt16(int ordinal) => checked((short)Cells.Integer(NotNull(ordinal), _row));

    /// <inheritdoc/>
    public override int GetInt32(int ordinal)
    {
        ref readonly ColumnVector cell = ref NotNull(ordinal);
        return cell.Type.Kind == DuckDbType.Integer ? cell.Values<int>()[_row] : checked((int)Cells.Integer(cell, _row));
    }

    /// <inheritdoc/>
    public override long GetInt64(int ordinal)
    {
        ref readonly ColumnVector cell = ref NotNull(ordinal);
        return cell.Type.Kind == DuckDbType.BigInt ? cell.Values<long>()[_row] : checked((long)Cells.Integer(cell, _row));
    }

    /// <inheritdoc/>
    public override float GetFloat(int ordinal) => (float)Cells.Double(NotNull(ordinal), _row);

    /// <inheritdoc/>
    public override double GetDouble(int ordinal) => Cells.Double(NotNull(ordinal), _row);

    /// <inheritdoc/>
    public override decimal GetDecimal(int ordinal) => Cells.Decimal(NotNull(ordinal), _row);

    /// <inheritdoc/>
    public override DateTime GetDateTime(int ordinal) => Cells.Timestamp(NotNull(ordinal), _row);

    /// <summary>Gives a DATE, or a TIMESTAMP at midnight.</summary>
    public DateOnly GetDate(int ordinal) => Cells.Date(NotNull(ordinal), _row);

    /// <inheritdoc/>
    public override Guid GetGuid(int ordinal) => Cells.Guid(NotNull(ordinal), _row);

    /// <summary>Gives the text of a VARCHAR, the label of an ENUM, or another single value in the invariant culture.</summary>
    public override string GetString(int ordinal) => Cells.Text(NotNull(ordinal), _row);

    /// <inheritdoc/>
    public override char GetChar(int ordinal) => GetString(ordinal) is [char only] ? only : throw Cells.Refused(Cell(ordinal), "a single character");

    /// <inheritdoc/>
    public override long GetBytes(int ordinal, long dataOffset, byte[]? buffer, int bufferOffset, int length) =>
        Copy<byte>(NotNull(ordinal).Utf8(_row), dataOffset, buffer, bufferOffset, length);

    /// <inheritdoc/>
    public override long GetChars(int ordinal, long dataOffset, char[]? buffer, int bufferOffset, int length) =>
        Copy<char>(Encoding.UTF8.GetString(NotNull(ordinal).Utf8(_row)), dataOffset, buffer, bufferOffset, length);

    private static long Copy<T>(ReadOnlySpan<T> source, long offset, T[]? buffer, int bufferOffset, int length)
    {
        if (buffer is null)
        {
            return source.Length;
        }

        ReadOnlySpan<T> rest = source[(int)Math.Min(offset, source.Length)..];
        ReadOnlySpan<T> part = rest[..Math.Min(length, rest.Length)];
        part.CopyTo(buffer.AsSpan(bufferOffset));
        return part.Length;
    }

    private object Convert(in ColumnVector cell, Type type)
    {
        if (type == typeof(object) || type == ClrTypes.Of(cell.Type))
        {
            return Cells.Value(cell, _row)!;
        }

        return Type.GetTypeCode(type) switch
        {
            TypeCode.SByte => checked((sbyte)Cells.Integer(cell, _row)),
            TypeCode.Byte => checked((byte)Cells.Integer(cell, _row)),
            TypeCode.Int16 => checked((short)Cells.Integer(cell, _row)),
            TypeCode.UInt16 => checked((ushort)Cells.Integer(cell, _row)),
            TypeCode.Int32 => checked((int)Cells.Integer(cell, _row)),
            TypeCode.UInt32 => checked((uint)Cells.Integer(cell, _row)),
            TypeCode.Int64 => checked((long)Cells.Integer(cell, _row)),
            TypeCode.UInt64 => checked((ulong)Cells.Integer(cell, _row)),
            TypeCode.Single => (float)Cells.Double(cell, _row),
            TypeCode.Double => Cells.Double(cell, _row),
            TypeCode.Decimal => Cells.Decimal(cell, _row),
            TypeCode.String => Cells.Text(cell, _row),
            TypeCode.DateTime => Cells.Timestamp(cell, _row),
            _ => ConvertRare(cell, type),
        };
    }

    private object ConvertRare(in ColumnVector cell, Type type)
    {
        return type switch
        {
            _ when type == typeof(DateOnly) => Cells.Date(cell, _row),
            _ when type == typeof(DateTimeOffset) => new DateTimeOffset(DateTime.SpecifyKind(Cells.Timestamp(cell, _row), DateTimeKind.Utc)),
            _ when type == typeof(TimeSpan) => Cells.Time(cell, _row).ToTimeSpan(),
            _ when type == typeof(Int128) => cell.Integer(_row),
            _ when type == typeof(BigInteger) => (BigInteger)cell.Integer(_row),
            _ when type == typeof(byte[]) => Cells.Bytes(cell, _row),
            _ => throw Cells.Refused(cell, type.Name),
        };
    }
}
