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

    /// <summary>Writes both for each row; a null is 0.</summary>
    internal void Read(Span<Int128> exact, Span<double> floating)
    {
        Read(exact);
        for (int i = 0; i < exact.Length; i++)
        {
            floating[i] = _isFloating ? Vector.IsNull(i) ? 0 : Floating(i) : (double)exact[i] / _one;
        }
    }

    /// <summary>Writes the integer of each row where all are smaller than a limit.</summary>
    /// <param name="exact">Where they are written; a null is 0.</param>
    /// <param name="limit">What the size of each must stay below.</param>
    /// <returns>False where one is not, and what is written means nothing.</returns>
    internal bool TryRead(Span<long> exact, long limit)
    {
        if (Vector.MayHaveNulls || !(_isLong || _isWide))
        {
            return TryReadEach(exact, limit);
        }

        ulong sizes = 0;
        if (_isLong)
        {
            Vector.Values<long>().CopyTo(exact);
            foreach (long value in exact)
            {
                sizes |= (ulong)(value ^ (value >> 63));
            }

            return sizes < (ulong)limit;
        }

        ReadOnlySpan<Int128> wide = Vector.Values<Int128>();
        for (int i = 0; i < exact.Length; i++)
        {
            long value = (long)wide[i];
            exact[i] = value;
            sizes |= (ulong)(value ^ (value >> 63)) | (value == wide[i] ? 0 : ulong.MaxValue);
        }

        return sizes < (ulong)limit;
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
