using System.Numerics;
using System.Runtime.CompilerServices;
using ProdSales.Warehouse.Columns;

namespace ProdSales.Semantics;

/// <summary>A column of numbers as integers of a fixed scale, which add up exactly in any order, and as floating numbers.</summary>
/// <param name="type">The type of the column; floating numbers are taken to nine decimals.</param>
internal sealed class ExactColumn(ColumnType type)
{
    private const int FloatingScale = 9;

    private readonly bool _isFloating = type.Kind is DuckDbType.Double or DuckDbType.Float;
    private readonly bool _isLong = type.ByteWidth == sizeof(long) && type.Kind is not (DuckDbType.UBigInt or DuckDbType.Double);
    private readonly bool _isWide = type.ByteWidth == 16 && type.Kind is DuckDbType.HugeInt or DuckDbType.Decimal;
    private readonly double _one = Math.Pow(10, ScaleOf(type));

    /// <summary>Decimals of the integers.</summary>
    internal int Scale { get; } = ScaleOf(type);

    /// <summary>The rows that are read.</summary>
    internal ColumnVector Vector { get; set; }

    /// <summary>Writes the integer of each row; a null is 0.</summary>
    internal void Read(Span<Int128> exact)
    {
        for (int i = 0; i < exact.Length; i++)
        {
            exact[i] = Vector.IsNull(i) ? 0 : _isFloating ? (Int128)Math.Round(Floating(i) * _one) : Vector.Integer(i);
        }
    }

    /// <summary>Gives the integer of each row where all are smaller than a limit.</summary>
    /// <param name="room">Where they may be written.</param>
    /// <param name="limit">What the size of each must stay below, a power of 2.</param>
    /// <param name="exact">They themselves, in the memory of the column or in the room; a null is 0.</param>
    /// <returns>False where one is not, and there is nothing.</returns>
    internal bool TryRead(Span<long> room, long limit, out ReadOnlySpan<long> exact)
    {
        exact = room[..Vector.Count];
        if (Vector.MayHaveNulls || !(_isLong || _isWide))
        {
            return TryReadEach(room[..Vector.Count], limit);
        }

        exact = _isLong ? Vector.Values<long>() : Narrowed(room[..Vector.Count], limit);
        return AreBelow(exact, limit);
    }

    private ReadOnlySpan<long> Narrowed(Span<long> room, long limit)
    {
        ReadOnlySpan<Int128> wide = Vector.Values<Int128>();
        for (int i = 0; i < room.Length; i++)
        {
            long value = (long)wide[i];
            room[i] = value == wide[i] ? value : limit;
        }

        return room;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool AreBelow(ReadOnlySpan<long> values, long limit)
    {
        Vector<long> some = Vector<long>.Zero;
        int i = 0;
        for (; i <= values.Length - Vector<long>.Count; i += Vector<long>.Count)
        {
            Vector<long> next = new(values[i..]);
            some |= next ^ (next >> 63);
        }

        long sizes = 0;
        for (; i < values.Length; i++)
        {
            sizes |= values[i] ^ (values[i] >> 63);
        }

        for (int part = 0; part < Vector<long>.Count; part++)
        {
            sizes |= some[part];
        }

        return sizes < limit;
    }

    private bool TryReadEach(Span<long> exact, long limit)
    {
        for (int i = 0; i < exact.Length; i++)
        {
            Int128 value = Vector.IsNull(i) ? 0 : _isFloating ? (Int128)Math.Round(Floating(i) * _one) : Vector.Integer(i);
            if (Int128.Abs(value) >= limit)
            {
                return false;
            }

            exact[i] = (long)value;
        }

        return true;
    }

    private double Floating(int row) => type.Kind is DuckDbType.Float ? Vector.Values<float>()[row] : Vector.Values<double>()[row];

    private static int ScaleOf(ColumnType type) => type.Kind switch
    {
        DuckDbType.Double or DuckDbType.Float => FloatingScale,
        DuckDbType.Decimal => type.Scale,
        _ => 0,
    };
}
