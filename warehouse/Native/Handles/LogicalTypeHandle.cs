namespace ProdSales.Native.Handles;

/// <summary>The type of a column with its precision, labels or children.</summary>
internal sealed class LogicalTypeHandle : DuckDbHandle
{
    /// <inheritdoc/>
    protected override void Release(ref nint pointer) => LibDuckDb.DestroyLogicalType(ref pointer);
}
