using ProdSales.Warehouse.Engine;
using ProdSales.Warehouse.Provider;
using ProdSales.Warehouse.Reading;

namespace ProdSales.Warehouse.Writing;

/// <summary>The only way to write: one transaction at a time, in the order in which they came.</summary>
public sealed class WarehouseWriter
{
    private static readonly TimeSpan FirstRetryAfter = TimeSpan.FromMilliseconds(20);

    private readonly WarehouseDatabase _database;
    private readonly int _retries;
    private readonly ConcurrencyGate _turn = new(places: 1, maxWaiting: int.MaxValue);
    private long _commits;
    private volatile int _writingThread;

    internal WarehouseWriter(WarehouseDatabase database, int retries)
    {
        _database = database;
        _retries = retries;
    }

    /// <summary>Occurs after each commit, on the writing thread, in the order of the commits. Handlers must be quick and must not throw.</summary>
    public event EventHandler<CommittedEventArgs>? Committed;

    /// <summary>Writes in one transaction, which is committed when <paramref name="write"/> returns and rolled back when it throws.</summary>
    /// <param name="write">
    /// The writes. They run again, in a new transaction, after a conflict; so what they read from outside must be readable twice.
    /// A fatal error is never tried again by itself, because the commit may have happened: look the batch up first.
    /// </param>
    /// <param name="cancellationToken">Ends the waiting; give it to the commands as well.</param>
    /// <exception cref="InvalidOperationException">The thread is writing already, be it in a handler of <see cref="Committed"/>.</exception>
    /// <exception cref="WarehouseException">The transaction failed, and nothing of it was committed unless the kind is <see cref="WarehouseErrorKind.Fatal"/>.</exception>
    public T Write<T>(Func<WarehouseTransaction, T> write, CancellationToken cancellationToken = default)
    {
        if (_writingThread == Environment.CurrentManagedThreadId)
        {
            throw new InvalidOperationException("A write transaction is open on this thread already: write inside it instead of opening another one.");
        }

        _turn.EnterAsync(cancellationToken).GetAwaiter().GetResult();
        try
        {
            _writingThread = Environment.CurrentManagedThreadId;
            Generation generation = _database.MendedAsync(cancellationToken).GetAwaiter().GetResult();
            _database.Maintenance.RequireSpace();
            return WithRetries(generation.Writer, write, cancellationToken);
        }
        finally
        {
            _writingThread = 0;
            _turn.Leave();
        }
    }

    /// <summary>Writes in one transaction, without a result.</summary>
    public void Write(Action<WarehouseTransaction> write, CancellationToken cancellationToken = default) =>
        Write<object?>(
            transaction =>
            {
                write(transaction);
                return null;
            },
            cancellationToken);

    /// <summary>Writes in one transaction, off the caller's thread.</summary>
    public Task<T> WriteAsync<T>(Func<WarehouseTransaction, T> write, CancellationToken cancellationToken = default) =>
        Task.Run(() => Write(write, cancellationToken), cancellationToken);

    /// <summary>Runs something while no write transaction is open.</summary>
    internal async Task<T> BetweenWritesAsync<T>(Func<Generation, Task<T>> work, CancellationToken token)
    {
        await _turn.EnterAsync(token).ConfigureAwait(false);
        try
        {
            return await work(await _database.MendedAsync(token).ConfigureAwait(false)).ConfigureAwait(false);
        }
        finally
        {
            _turn.Leave();
        }
    }

    /// <summary>Lets the next one begin, to find the warehouse closed.</summary>
    internal void Continue() => _turn.LeaveAll();

    /// <summary>Waits for the transaction that runs and lets none begin after it.</summary>
    internal Task StopAsync() => _turn.EnterAllAsync(CancellationToken.None);

    /// <summary>Opens the file again when a fatal error has broken it.</summary>
    internal Task MendAsync(CancellationToken token) => BetweenWritesAsync(Task.FromResult, token);

    private T WithRetries<T>(DuckDbConnection connection, Func<WarehouseTransaction, T> write, CancellationToken token)
    {
        for (int attempt = 0; ; attempt++)
        {
            try
            {
                return Once(connection, write);
            }
            catch (WarehouseException error) when (error.Kind == WarehouseErrorKind.Conflict && attempt < _retries)
            {
                Task.Delay(FirstRetryAfter * (1 << attempt), _database.Clock, token).GetAwaiter().GetResult();
            }
        }
    }

    private T Once<T>(DuckDbConnection connection, Func<WarehouseTransaction, T> write)
    {
        using DuckDbTransaction transaction = connection.BeginTransaction();
        var open = new WarehouseTransaction(connection, transaction);
        T result = write(open);
        _database.Versions.Commit(open.Changes, transaction.Commit);
        _commits++;
        Committed?.Invoke(this, new CommittedEventArgs(_commits, open.Touched, _database.Clock.GetUtcNow()));
        return result;
    }
}
