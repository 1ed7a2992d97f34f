namespace ProdSales.Native.Handles;

/// <summary>What went wrong in an append, with its kind.</summary>
internal sealed class ErrorHandle : DuckDbHandle
{
    /// <inheritdoc/>
    protected override void Release(ref nint pointer) => LibDuckDb.DestroyErrorData(ref pointer);
}
