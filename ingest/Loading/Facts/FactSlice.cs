using ProdSales.Loading.Intake;
using ProdSales.Warehouse.Columns;

namespace ProdSales.Loading.Facts;

/// <summary>Rows that have been looked at and wait to be written, with the members that must be made before them.</summary>
internal sealed class FactSlice : IDisposable
{
    /// <summary>
    /// The most chunks of a slice: it stays just below the 204,800 rows at which the engine would run a statement over them by itself.
    /// </summary>
    internal const int MostChunks = 99;

    private readonly List<(DataChunk Rows, RowKeys Keys)> _chunks = [];

    /// <summary>Gets the chunks with their keys.</summary>
    internal IReadOnlyList<(DataChunk Rows, RowKeys Keys)> Chunks => _chunks;

    /// <summary>Gets what at least one of the rows needs.</summary>
    internal ChunkNeeds Needs { get; private set; }

    /// <summary>Gets the number of rows.</summary>
    internal int RowCount { get; private set; }

    /// <summary>Gets or sets the members that the rows name and the warehouse does not have.</summary>
    internal IReadOnlyList<MissingMember> Missing { get; set; } = [];

    /// <summary>Gets a value indicating whether the slice takes no more chunks.</summary>
    internal bool IsFull => _chunks.Count == MostChunks;

    /// <summary>Takes a chunk over.</summary>
    internal void Add(DataChunk rows, RowKeys keys, ChunkNeeds needs)
    {
        _chunks.Add((rows, keys));
        RowCount += rows.Count;
        Needs |= needs;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _chunks.ForEach(chunk => chunk.Rows.Dispose());
        _chunks.Clear();
    }
}
