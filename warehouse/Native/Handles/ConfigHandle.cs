namespace ProdSales.Native.Handles;

/// <summary>Settings for opening a database.</summary>
internal sealed class ConfigHandle : DuckDbHandle
{
    /// <inheritdoc/>
    protected override void Release(ref nint pointer) => LibDuckDb.DestroyConfig(ref pointer);
}
