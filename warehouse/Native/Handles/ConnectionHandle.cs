namespace ProdSales.Native.Handles;

/// <summary>One session on a database; used by one thread at a time, except for an interrupt or a look at the progress.</summary>
internal sealed class ConnectionHandle : DuckDbHandle
{
    /// <inheritdoc/>
    protected override void Release(ref nint pointer) => LibDuckDb.Disconnect(ref pointer);
}
