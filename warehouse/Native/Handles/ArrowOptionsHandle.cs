namespace ProdSales.Native.Handles;

/// <summary>How a result is put into Arrow's form: versions and sizes that the connection was set to.</summary>
internal sealed class ArrowOptionsHandle : DuckDbHandle
{
    /// <inheritdoc/>
    protected override void Release(ref nint pointer) => LibDuckDb.DestroyArrowOptions(ref pointer);
}
