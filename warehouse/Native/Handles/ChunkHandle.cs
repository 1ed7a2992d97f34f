namespace ProdSales.Native.Handles;

/// <summary>A chunk of at most 2,048 rows, column by column.</summary>
internal sealed class ChunkHandle : DuckDbHandle
{
    /// <summary>Makes an empty handle, to be filled by a function of the engine.</summary>
    public ChunkHandle()
    {
    }

    private ChunkHandle(nint chunk)
        : base(isOwned: false) => SetHandle(chunk);

    /// <summary>A chunk that the engine lends for the time of one call.</summary>
    internal static ChunkHandle Lent(nint chunk) => new(chunk);

    /// <inheritdoc/>
    protected override void Release(ref nint pointer) => LibDuckDb.DestroyDataChunk(ref pointer);
}
