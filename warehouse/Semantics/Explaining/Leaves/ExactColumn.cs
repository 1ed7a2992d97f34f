using ProdSales.Warehouse.Columns;

namespace ProdSales.Semantics;

/// <summary>Reads a column of numbers twice: as integers of a fixed scale, which add up exactly in any order, and as floating numbers.</summary>
/// <param name="type">The type of the column; floating numbers are taken to nine decimals.</param>
internal sealed class ExactColumn(ColumnType type)
{
    private const int FloatingScale = 9;

    private readonly bool _isFloating = type.Kind is DuckDbType.Double or DuckDbType.Float;
    private readonly double _one = Math.Pow(10, ScaleOf(type));

    /// <summary>Decimals of the integers.</summary>
    internal int Scale { get; } = ScaleOf(type);

    /// <summary>Writes both for each row; a null is 0.</summary>
    internal void Read(ColumnVector vector, Span<Int128> exact, Span<double> floating)
    {
        if (_isFloating)
        {
            ReadFloating(vector, exact, floating);
            return;
        }

        ReadOnlySpan<long> longs = type.ByteWidth == sizeof(long) && type.Kind != DuckDbType.UBigInt ? vector.Values<long>() : [];
        for (int i = 0; i < exact.Length; i++)
        {
            if (vector.IsNull(i))
            {
                exact[i] = 0;
                floating[i] = 0;
            }
            else if (longs.Length > 0)
            {
                exact[i] = longs[i];
                floating[i] = longs[i] / _one;
            }
            else
            {
                exact[i] = vector.Integer(i);
                floating[i] = (double)exact[i] / _one;
            }
        }
    }

    private void ReadFloating(ColumnVector vector, Span<Int128> exact, Span<double> floating)
    {
        for (int i = 0; i < exact.Length; i++)
        {
            floating[i] = vector.IsNull(i) ? 0 : type.Kind is DuckDbType.Float ? vector.Values<float>()[i] : vector.Values<double>()[i];
            exact[i] = (Int128)Math.Round(floating[i] * _one);
        }
    }

    private static int ScaleOf(ColumnType type) => type.Kind switch
    {
        DuckDbType.Double or DuckDbType.Float => FloatingScale,
        DuckDbType.Decimal => type.Scale,
        _ => 0,
    };
}
