namespace ProdSales.Native.Handles;

/// <summary>An aggregate function of our own before the engine knows it.</summary>
internal sealed class AggregateHandle : DuckDbHandle
{
    /// <inheritdoc/>
    protected override void Release(ref nint pointer) => LibDuckDb.DestroyAggregate(ref pointer);
}
