namespace ProdSales.Native.Handles;

/// <summary>A chunk of at most 2,048 rows, column by column.</summary>
internal sealed class ChunkHandle : DuckDbHandle
{
    /// <inheritdoc/>
    protected override void Release(ref nint pointer) => LibDuckDb.DestroyDataChunk(ref pointer);
}
