namespace ProdSales.Native.Handles;

/// <summary>A statement that has been planned. It is executed once and thrown away: its plan grows stale with the next commit.</summary>
internal sealed class PreparedHandle : DuckDbHandle
{
    /// <inheritdoc/>
    protected override void Release(ref nint pointer) => LibDuckDb.DestroyPrepare(ref pointer);
}
