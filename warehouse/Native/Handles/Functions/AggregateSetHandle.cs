namespace ProdSales.Native.Handles;

/// <summary>Aggregate functions of one name that differ in their parameters.</summary>
internal sealed class AggregateSetHandle : DuckDbHandle
{
    /// <inheritdoc/>
    protected override void Release(ref nint pointer) => LibDuckDb.DestroyAggregateSet(ref pointer);
}
