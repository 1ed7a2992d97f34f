using ProdSales.Warehouse.Columns;

namespace ProdSales.Export;

/// <summary>Goes over the rows of a result one by one, whatever chunks they come in.</summary>
internal sealed class RowSource
{
    private readonly ResultChunks _chunks;
    private ColumnVector[] _vectors = [];
    private int _size;

    public RowSource(ResultChunks chunks)
    {
        _chunks = chunks;
        Advance();
    }

    public IReadOnlyList<ResultColumn> Columns => _chunks.Columns;

    /// <summary>The rows gone over so far.</summary>
    public long Count { get; private set; }

    /// <summary>The present row in its chunk.</summary>
    public int Row { get; private set; } = -1;

    /// <summary>Whether there is no row behind the present one.</summary>
    public bool IsAtEnd => _size == 0 || (Row + 1 >= _size && !Advance());

    public ColumnVector Vector(int column) => _vectors[column];

    public bool MoveNext()
    {
        if (IsAtEnd)
        {
            return false;
        }

        Row++;
        Count++;
        return true;
    }

    /// <summary>Goes to the next chunk that has rows; the present row is before its first one then.</summary>
    private bool Advance()
    {
        (_size, Row) = (0, -1);
        while (_size == 0 && _chunks.MoveNext())
        {
            _size = _chunks.Current.Count;
            _vectors = [.. Enumerable.Range(0, _chunks.Columns.Count).Select(_chunks.Current.Vector)];
        }

        return _size > 0;
    }
}
