using System.Data;
using System.Data.Common;

namespace ProdSales.Warehouse.Provider;

/// <summary>A transaction: a snapshot for reading, and writes that nobody sees before <see cref="Commit"/>.</summary>
public sealed class DuckDbTransaction : DbTransaction
{
    private readonly DuckDbConnection _connection;
    private bool _hasEnded;

    internal DuckDbTransaction(DuckDbConnection connection, IsolationLevel isolationLevel)
    {
        if (isolationLevel is not (IsolationLevel.Unspecified or IsolationLevel.Snapshot))
        {
            throw new NotSupportedException($"DuckDB knows snapshot isolation only, not {isolationLevel}.");
        }

        if (connection.CurrentTransaction is not null)
        {
            throw new InvalidOperationException("The connection has a transaction open already; DuckDB does not nest them.");
        }

        _connection = connection;
        connection.Execute("BEGIN TRANSACTION");
        connection.CurrentTransaction = this;
    }

    /// <summary>Gets <see cref="IsolationLevel.Snapshot"/>, the only one there is.</summary>
    public override IsolationLevel IsolationLevel => IsolationLevel.Snapshot;

    /// <summary>Gets the connection; null once the transaction has ended.</summary>
    public new DuckDbConnection? Connection => _hasEnded ? null : _connection;

    /// <inheritdoc/>
    protected override DbConnection? DbConnection => Connection;

    /// <summary>Makes the writes durable and visible.</summary>
    /// <exception cref="WarehouseException">Another transaction changed the same rows, or the log could not be written; nothing was committed.</exception>
    public override void Commit() => End("COMMIT");

    /// <summary>Undoes the writes.</summary>
    public override void Rollback() => End("ROLLBACK");

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing && !_hasEnded && !_connection.Engine.IsBroken)
        {
            try
            {
                Rollback();
            }
            catch (WarehouseException) when (_hasEnded)
            {
                // A transaction that cannot be rolled back has been rolled back by the engine already.
            }
        }

        base.Dispose(disposing);
    }

    private void End(string statement)
    {
        if (_hasEnded)
        {
            throw new InvalidOperationException("The transaction has ended already.");
        }

        DuckDbConnection connection = _connection;
        _hasEnded = true;
        connection.CurrentTransaction = null;
        connection.Execute(statement);
    }
}
