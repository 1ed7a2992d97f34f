namespace ProdSales.Native.Handles;

/// <summary>One open database instance. It lives on inside libduckdb until its last connection is closed.</summary>
internal sealed class DatabaseHandle : DuckDbHandle
{
    /// <inheritdoc/>
    protected override void Release(ref nint pointer) => LibDuckDb.Close(ref pointer);
}
