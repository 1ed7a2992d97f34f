using ProdSales.GraphQL.Execution.Responses;
using ProdSales.Warehouse.Columns;

namespace ProdSales.Schema;

/// <summary>Goes over the rows of an answer and writes their values from the engine's own memory.</summary>
internal sealed class RowCursor : IDisposable
{
    private readonly ResultChunks _chunks;
    private readonly ColumnVector[] _vectors;
    private int _row = -1;
    private int _count;

    internal RowCursor(ResultChunks chunks)
    {
        _chunks = chunks;
        _vectors = new ColumnVector[chunks.Columns.Count];
        MoveNext();
    }

    /// <summary>The cut of the row; -1 behind the last row.</summary>
    internal int Cut { get; private set; }

    /// <summary>Goes to the next row.</summary>
    internal void MoveNext()
    {
        _row++;
        while (_row >= _count)
        {
            if (!_chunks.MoveNext())
            {
                Cut = -1;
                return;
            }

            _row = 0;
            _count = _chunks.Current.Count;
            for (int i = 0; i < _vectors.Length; i++)
            {
                _vectors[i] = _chunks.Current.Vector(i);
            }
        }

        Cut = _vectors[0].Values<short>()[_row];
    }

    /// <summary>True where the row has no value; every row lacks one of a column that is not there.</summary>
    internal bool IsNull(int position) => position < 0 || _vectors[position].IsNull(_row);

    /// <summary>One value of the row, a list as an array and a row within it as a dictionary; null where there is none.</summary>
    internal object? Value(int position) => IsNull(position) ? null : _vectors[position].Value(_row);

    /// <summary>A whole number of the row; 0 where there is none.</summary>
    internal long Whole(int position) => IsNull(position) ? 0 : _vectors[position].Values<long>()[_row];

    /// <summary>True where the row has a number above 0.</summary>
    internal bool IsPositive(int position) => !IsNull(position)
        && (_vectors[position].Type.Kind is DuckDbType.Decimal ? _vectors[position].Values<long>()[_row] > 0 : _vectors[position].Values<double>()[_row] > 0);

    /// <summary>Writes one value of the row, which has one there.</summary>
    internal void Write(int position, ResponseWriter writer)
    {
        ref readonly ColumnVector vector = ref _vectors[position];
        switch (vector.Type.Kind)
        {
            case DuckDbType.Varchar:
                writer.WriteString(vector.Utf8(_row));
                break;
            case DuckDbType.BigInt:
                writer.WriteNumber(vector.Values<long>()[_row]);
                break;
            case DuckDbType.Decimal:
                writer.WriteNumber(vector.Values<long>()[_row], vector.Type.Scale);
                break;
            case DuckDbType.Double:
                WriteDouble(vector.Values<double>()[_row], writer);
                break;
            case DuckDbType.Date:
                WriteDay(vector.Values<int>()[_row], writer);
                break;
            default:
                throw new System.Diagnostics.UnreachableException($"No answer has a column of {vector.Type}.");
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _chunks.Dispose();

    private static void WriteDouble(double value, ResponseWriter writer)
    {
        if (double.IsFinite(value))
        {
            writer.WriteNumber(value);
        }
        else
        {
            writer.WriteNull();
        }
    }

    private static void WriteDay(int days, ResponseWriter writer)
    {
        Span<byte> text = stackalloc byte[10];
        DateOnly.FromDayNumber(DaysToEpoch + days).TryFormat(text, out _, "O", System.Globalization.CultureInfo.InvariantCulture);
        writer.WriteString(text);
    }

    private static readonly int DaysToEpoch = new DateOnly(1970, 1, 1).DayNumber;
}
