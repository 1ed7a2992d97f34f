using System.Runtime.CompilerServices;
using System.Text;
using ProdSales.Native;
using ProdSales.Warehouse.Values;

namespace ProdSales.Warehouse.Columns;

/// <summary>One column of a chunk, read in place: spans over the engine's own memory, without copies or boxes.</summary>
/// <remarks>Valid until its chunk is given back, that is until the next <see cref="ResultChunks.MoveNext"/>.</remarks>
public readonly unsafe struct ColumnVector
{
    private readonly byte* _values;
    private readonly ulong* _validity;
    private readonly int _width;

    internal ColumnVector(nint vector, ColumnType type, int count)
    {
        Vector = vector;
        _values = (byte*)LibDuckDb.VectorValues(vector);
        _validity = LibDuckDb.VectorValidity(vector);
        _width = type.ByteWidth;
        Type = type;
        Count = count;
    }

    /// <summary>Gets the type of the values.</summary>
    public ColumnType Type { get; }

    /// <summary>Gets the number of rows.</summary>
    public int Count { get; }

    /// <summary>Gets the vector of the engine.</summary>
    internal nint Vector { get; }

    /// <summary>Gets a value indicating whether a row may be null; false means that none is.</summary>
    public bool MayHaveNulls => _validity is not null;

    /// <summary>Gets one bit a row, lowest first, 1 for a value and 0 for null; empty when no row is null.</summary>
    public ReadOnlySpan<ulong> Validity => _validity is null ? [] : new ReadOnlySpan<ulong>(_validity, (Count + 63) / 64);

    /// <summary>Tells whether a row is null.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsNull(int row) => _validity is not null && ((_validity[row >> 6] >> (row & 63)) & 1) == 0;

    /// <summary>Gives all values as they lie in memory; what stands at a null row is undefined.</summary>
    /// <typeparam name="T">
    /// A type of <see cref="ColumnType.ByteWidth"/> bytes: <see cref="int"/> for DATE (days since 1970), <see cref="long"/> for TIMESTAMP
    /// (microseconds since 1970), an integer of the right size for DECIMAL (unscaled) and ENUM (the code).
    /// </typeparam>
    /// <exception cref="InvalidCastException">The size of <typeparamref name="T"/> is another.</exception>
    public ReadOnlySpan<T> Values<T>()
        where T : unmanaged
    {
        if (sizeof(T) != _width)
        {
            throw OtherWidth(typeof(T).Name);
        }

        return new ReadOnlySpan<T>(_values, Count);
    }

    /// <summary>Gives the bytes of a VARCHAR, BLOB or BIT without copying them; empty for a null row.</summary>
    public ReadOnlySpan<byte> Utf8(int row)
    {
        RequireRow(row);
        if (_width != 16)
        {
            throw OtherWidth("text");
        }

        if (IsNull(row))
        {
            return [];
        }

        byte* text = _values + ((long)row * 16);
        int length = *(int*)text;
        return new ReadOnlySpan<byte>(length <= 12 ? text + 4 : *(byte**)(text + 8), length);
    }

    /// <summary>Gives the text of a VARCHAR as a new string; empty for a null row.</summary>
    public string Text(int row) => Encoding.UTF8.GetString(Utf8(row));

    /// <summary>Gives any integer, DECIMAL, ENUM code, DATE or TIMESTAMP of a row as an integer, whatever its width; DECIMAL is unscaled.</summary>
    /// <exception cref="OverflowException">A UHUGEINT is above the range of <see cref="Int128"/>.</exception>
    public Int128 Integer(int row)
    {
        RequireRow(row);
        return _width switch
        {
            16 => Wide(row),
            8 when Type.Kind == DuckDbType.UBigInt => ((ulong*)_values)[row],
            _ => Narrow(row),
        };
    }

    /// <summary>Gets an integer of at most 64 bits as <see cref="Integer"/> does, but faster.</summary>
    /// <exception cref="OverflowException">A UBIGINT is above the range of <see cref="long"/>.</exception>
    internal long Narrow(int row) => (_width, Type.Kind) switch
    {
        (8, DuckDbType.UBigInt) => checked((long)((ulong*)_values)[row]),
        (8, _) => ((long*)_values)[row],
        (4, DuckDbType.UInteger or DuckDbType.Enum) => ((uint*)_values)[row],
        (4, _) => ((int*)_values)[row],
        (2, DuckDbType.USmallInt or DuckDbType.Enum) => ((ushort*)_values)[row],
        (2, _) => ((short*)_values)[row],
        (1, DuckDbType.TinyInt) => ((sbyte*)_values)[row],
        (1, _) => _values[row],
        _ => throw OtherWidth("an integer"),
    };

    private Int128 Wide(int row) => Type.Kind == DuckDbType.UHugeInt
        ? checked((Int128)Unsafe.ReadUnaligned<UInt128>(_values + ((long)row * 16)))
        : Unsafe.ReadUnaligned<Int128>(_values + ((long)row * 16));

    /// <summary>A row as a .NET value, as <see cref="Provider.DuckDbDataReader"/> gives it; null for a null.</summary>
    public object? Value(int row)
    {
        RequireRow(row);
        return Cells.Value(this, row);
    }

    /// <summary>Gives where the elements of a LIST, MAP or ARRAY row lie in <see cref="Elements"/>.</summary>
    public (int Offset, int Length) ElementsOf(int row)
    {
        RequireRow(row);
        if (Type.Kind == DuckDbType.Array)
        {
            return (row * Type.ArrayLength, Type.ArrayLength);
        }

        long* entry = (long*)_values + (2L * row);
        return ((int)entry[0], (int)entry[1]);
    }

    /// <summary>Gives the elements of all rows of a LIST or ARRAY, or the key and value structs of a MAP.</summary>
    public ColumnVector Elements() => Type.Kind switch
    {
        DuckDbType.List => new ColumnVector(LibDuckDb.ListChild(Vector), Type.Children[0], (int)LibDuckDb.ListChildSize(Vector)),
        DuckDbType.Map => new ColumnVector(LibDuckDb.ListChild(Vector), Type, (int)LibDuckDb.ListChildSize(Vector)),
        DuckDbType.Array => new ColumnVector(LibDuckDb.ArrayChild(Vector), Type.Children[0], Count * Type.ArrayLength),
        _ => throw new InvalidOperationException($"A column of {Type} has no elements."),
    };

    /// <summary>Gives one field of a STRUCT for all rows; of the elements of a MAP field 0 is the key and field 1 the value.</summary>
    /// <param name="index">The place of the field in <see cref="ColumnType.FieldNames"/>.</param>
    public ColumnVector Field(int index) => new(LibDuckDb.StructChild(Vector, (ulong)index), Type.Children[index], Count);

    private void RequireRow(int row)
    {
        if ((uint)row >= (uint)Count)
        {
            throw new ArgumentOutOfRangeException(nameof(row), row, $"The chunk has rows 0 to {Count - 1}.");
        }
    }

    private InvalidCastException OtherWidth(string asked) => new($"A value of {Type} takes {_width} bytes, so the column cannot be read as {asked}.");
}
