namespace ProdSales.Native.Handles;

/// <summary>A bulk append to a table. Releasing it flushes what is left and hides the error, so it is closed first.</summary>
internal sealed class AppenderHandle : DuckDbHandle
{
    /// <inheritdoc/>
    protected override void Release(ref nint pointer) => LibDuckDb.DestroyAppender(ref pointer);
}
