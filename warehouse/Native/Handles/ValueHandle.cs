namespace ProdSales.Native.Handles;

/// <summary>One value to be bound to a parameter.</summary>
internal sealed class ValueHandle : DuckDbHandle
{
    /// <inheritdoc/>
    protected override void Release(ref nint pointer) => LibDuckDb.DestroyValue(ref pointer);
}
