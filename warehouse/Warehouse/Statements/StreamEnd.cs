namespace ProdSales.Warehouse.Statements;

/// <summary>What happens when a stream is disposed: its transaction ends and its connection is free again.</summary>
internal sealed class StreamEnd(ConnectionLease lease, OwnTransaction? transaction)
{
    /// <summary>Ends the stream; what a statement with RETURNING wrote is kept unless the stream failed.</summary>
    /// <exception cref="WarehouseException">The writes could not be committed.</exception>
    public void End(bool hasFailed)
    {
        try
        {
            transaction?.End(hasFailed);
        }
        finally
        {
            lease.Dispose();
        }
    }
}
