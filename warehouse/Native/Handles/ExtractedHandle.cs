namespace ProdSales.Native.Handles;

/// <summary>The statements of a script, parsed.</summary>
internal sealed class ExtractedHandle : DuckDbHandle
{
    /// <inheritdoc/>
    protected override void Release(ref nint pointer) => LibDuckDb.DestroyExtracted(ref pointer);
}
