using ProdSales.Warehouse.Columns;
using ProdSales.Warehouse.Engine;
using ProdSales.Warehouse.Provider;

namespace ProdSales.Warehouse.Statements;

/// <summary>The right of one statement to a connection, from before it starts until its result is in memory or its stream is disposed.</summary>
internal sealed class ConnectionLease(DuckDbConnection connection, TimeSpan timeout, CancellationToken token) : IDisposable
{
    /// <summary>What can stop the statement.</summary>
    public Interruption Interruption { get; } = new(connection.Handle, timeout, token);

    /// <summary>The streaming result that keeps the connection; null while a statement runs to its end.</summary>
    public ResultChunks? StreamBehind { get; set; }

    /// <inheritdoc/>
    public void Dispose()
    {
        Interruption.Dispose();
        connection.Return();
    }
}
