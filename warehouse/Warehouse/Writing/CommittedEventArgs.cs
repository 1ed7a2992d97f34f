namespace ProdSales.Warehouse.Writing;

/// <summary>A commit that has happened: its writes are durable, and readers that begin now see them.</summary>
public sealed class CommittedEventArgs(long number, IReadOnlyList<string> touched, DateTimeOffset committedAt) : EventArgs
{
    /// <summary>Gets the number of the commit; 1 for the first since the warehouse was opened.</summary>
    public long Number { get; } = number;

    /// <summary>Gets the facts and dimensions that changed, in the order of their names.</summary>
    public IReadOnlyList<string> Touched { get; } = touched;

    /// <summary>Gets when it happened, in UTC.</summary>
    public DateTimeOffset CommittedAt { get; } = committedAt;
}
