using ProdSales.Warehouse.Engine;
using ProdSales.Warehouse.Provider;

namespace ProdSales.Warehouse.Reading;

/// <summary>A connection for reading, until it is disposed.</summary>
public sealed class ReaderLease : IDisposable
{
    private readonly ConcurrencyGate _gate;
    private readonly Generation _generation;
    private DuckDbConnection? _connection;

    internal ReaderLease(ConcurrencyGate gate, Generation generation, Action<string>? listener)
    {
        _gate = gate;
        _generation = generation;
        _connection = generation.TakeReader();
        _connection.Listener = listener;
        _connection.IsLeased = true;
    }

    /// <summary>Gets the connection; leave it open.</summary>
    /// <exception cref="ObjectDisposedException">The lease has been given back.</exception>
    public DuckDbConnection Connection => _connection ?? throw new ObjectDisposedException(nameof(ReaderLease));

    /// <summary>Gives the connection back; what is still open on it is ended.</summary>
    public void Dispose()
    {
        DuckDbConnection? connection = Interlocked.Exchange(ref _connection, value: null);
        if (connection is not null)
        {
            connection.Listener = null;
            connection.IsLeased = false;
            _generation.Return(connection);
            _gate.Leave();
        }
    }
}
