namespace ProdSales.Native.Handles;

/// <summary>An execution that has been set up and whose first chunk has not been asked for.</summary>
internal sealed class PendingHandle : DuckDbHandle
{
    /// <inheritdoc/>
    protected override void Release(ref nint pointer) => LibDuckDb.DestroyPending(ref pointer);
}
