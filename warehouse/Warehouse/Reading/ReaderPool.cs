using ProdSales.Warehouse.Engine;
using ProdSales.Warehouse.Provider;

namespace ProdSales.Warehouse.Reading;

/// <summary>The connections that read. A small number of statements runs at a time, in the order in which they came; more would only slow each other.</summary>
public sealed class ReaderPool
{
    private readonly AsyncLocal<Action<string>?> _listener = new();
    private readonly WarehouseDatabase _database;

    internal ReaderPool(WarehouseDatabase database) => _database = database;

    /// <summary>Gets the leases that are out.</summary>
    public int Active => _database.Gate.Holding;

    /// <summary>Gets the callers that wait for a lease.</summary>
    public int Waiting => _database.Gate.Waiting;

    /// <summary>Leases a connection for reading; dispose the lease as soon as the rows are read.</summary>
    /// <param name="cancellationToken">Ends the waiting; give it to the commands as well.</param>
    /// <exception cref="WarehouseException">Too many wait already (<see cref="WarehouseErrorKind.Busy"/>), or the file cannot be opened again after a fatal error.</exception>
    public async Task<ReaderLease> LeaseAsync(CancellationToken cancellationToken = default)
    {
        while (true)
        {
            await _database.Gate.EnterAsync(cancellationToken).ConfigureAwait(false);
            Generation generation = _database.Current;
            if (_database.IsClosed)
            {
                _database.Gate.Leave();
                throw new ObjectDisposedException(nameof(WarehouseDatabase));
            }

            if (!generation.IsBroken)
            {
                return new ReaderLease(_database.Gate, generation, _listener.Value);
            }

            _database.Gate.Leave();
            await _database.Writer.MendAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Leases a connection, blocking the thread while it waits: for command lines and tests.</summary>
    public ReaderLease Lease(CancellationToken cancellationToken = default) => LeaseAsync(cancellationToken).GetAwaiter().GetResult();

    /// <summary>Reads on a leased connection, off the caller's thread, and once more when the engine had to be opened again.</summary>
    /// <param name="read">Reads everything it needs before it returns; it may run twice.</param>
    /// <param name="cancellationToken">Ends the waiting, and is given to <paramref name="read"/> for its commands.</param>
    public async Task<T> ReadAsync<T>(Func<DuckDbConnection, CancellationToken, T> read, CancellationToken cancellationToken = default)
    {
        try
        {
            return await ReadOnceAsync(read, cancellationToken).ConfigureAwait(false);
        }
        catch (WarehouseException error) when (error.Kind == WarehouseErrorKind.Fatal)
        {
            return await ReadOnceAsync(read, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Does something and hears the text of every command that it runs on leases of this pool, whoever runs it: so nobody who reads can forget to tell.</summary>
    /// <param name="hear">Is told each text before it runs, on any thread, maybe several at once; must be quick.</param>
    /// <param name="work">What reads. A listener inside takes the place of this one.</param>
    public async Task<T> ListenAsync<T>(Action<string> hear, Func<Task<T>> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        _listener.Value = hear;
        return await work().ConfigureAwait(false);
    }

    /// <summary>Tells the listener of something that an answer depends on without a command that names it.</summary>
    public void Tell(string names) => _listener.Value?.Invoke(names);

    private async Task<T> ReadOnceAsync<T>(Func<DuckDbConnection, CancellationToken, T> read, CancellationToken token)
    {
        using ReaderLease lease = await LeaseAsync(token).ConfigureAwait(false);
        return await Task.Run(() => read(lease.Connection, token), token).ConfigureAwait(false);
    }
}
