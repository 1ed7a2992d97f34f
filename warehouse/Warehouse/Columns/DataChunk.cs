using ProdSales.Native;
using ProdSales.Native.Handles;

namespace ProdSales.Warehouse.Columns;

/// <summary>Up to 2,048 rows of a result, column by column.</summary>
public sealed class DataChunk : IDisposable
{
    private readonly IReadOnlyList<ResultColumn> _columns;

    internal DataChunk(ChunkHandle handle, IReadOnlyList<ResultColumn> columns)
    {
        Handle = handle;
        _columns = columns;
        Count = (int)LibDuckDb.ChunkSize(handle);
    }

    /// <summary>Gets the number of rows.</summary>
    public int Count { get; }

    /// <summary>Gets the number of columns.</summary>
    public int ColumnCount => _columns.Count;

    /// <summary>Gets the chunk of the engine.</summary>
    internal ChunkHandle Handle { get; }

    /// <summary>Gives a column to be read in place.</summary>
    /// <exception cref="ObjectDisposedException">The chunk has been given back.</exception>
    public ColumnVector Vector(int column)
    {
        ObjectDisposedException.ThrowIf(Handle.IsClosed, this);
        return new ColumnVector(LibDuckDb.ChunkVector(Handle, (ulong)column), _columns[column].Type, Count);
    }

    /// <summary>Gives the chunk back to the engine; its vectors must not be used any more.</summary>
    public void Dispose() => Handle.Dispose();
}
