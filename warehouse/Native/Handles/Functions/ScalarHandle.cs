namespace ProdSales.Native.Handles;

/// <summary>A scalar function of our own before the engine knows it.</summary>
internal sealed class ScalarHandle : DuckDbHandle
{
    /// <inheritdoc/>
    protected override void Release(ref nint pointer) => LibDuckDb.DestroyScalar(ref pointer);
}
