using ProdSales.Native;
using ProdSales.Native.Handles;

namespace ProdSales.Warehouse.Engine;

/// <summary>Stops a running statement when its token is cancelled, its time is over or somebody asks for it.</summary>
/// <remarks>
/// An interrupt that arrives before the engine has begun is forgotten by it, so the interrupt is repeated until the statement has ended;
/// none is sent after that, because it would stop the connection's next statement.
/// </remarks>
internal sealed class Interruption : IDisposable
{
    private static readonly TimeSpan RepeatEvery = TimeSpan.FromMilliseconds(10);

    private readonly Lock _gate = new();
    private readonly ConnectionHandle _connection;
    private readonly TimeSpan _timeout;
    private readonly CancellationToken _token;
    private readonly CancellationTokenRegistration _registration;
    private Timer? _timer;
    private bool _hasEnded;

    /// <summary>Begins to watch; a timeout of zero means none.</summary>
    public Interruption(ConnectionHandle connection, TimeSpan timeout, CancellationToken token)
    {
        _connection = connection;
        _timeout = timeout;
        _token = token;
        if (timeout > TimeSpan.Zero)
        {
            _timer = new Timer(_ => Stop(WarehouseErrorKind.TimedOut), state: null, timeout, Timeout.InfiniteTimeSpan);
        }

        _registration = token.UnsafeRegister(static (self, _) => ((Interruption)self!).Stop(WarehouseErrorKind.Interrupted), this);
    }

    /// <summary>Why the statement was stopped; null while nothing asked for it.</summary>
    public WarehouseErrorKind? Reason { get; private set; }

    /// <summary>Asks the statement to stop.</summary>
    public void Stop(WarehouseErrorKind reason)
    {
        lock (_gate)
        {
            if (_hasEnded)
            {
                return;
            }

            Reason ??= reason;
            LibDuckDb.Interrupt(_connection);
            _timer ??= new Timer(_ => Stop(reason), state: null, Timeout.Infinite, Timeout.Infinite);
            _timer.Change(RepeatEvery, Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>Throws when the statement has been asked to stop.</summary>
    public void ThrowIfStopped(string? sql)
    {
        if (Reason is not null)
        {
            throw Told(new WarehouseException("INTERRUPT Error: Interrupted!", sql, kind: WarehouseErrorKind.Interrupted));
        }
    }

    /// <summary>Says in the caller's terms why a statement failed.</summary>
    /// <returns>An <see cref="OperationCanceledException"/> when the caller's token asked for it, else a <see cref="WarehouseException"/>.</returns>
    public Exception Told(WarehouseException error)
    {
        if (error.Kind != WarehouseErrorKind.Interrupted)
        {
            return error;
        }

        if (_token.IsCancellationRequested)
        {
            return new OperationCanceledException("The statement was cancelled.", error, _token);
        }

        return Reason == WarehouseErrorKind.TimedOut
            ? new WarehouseException(
                $"The statement ran longer than {_timeout.TotalSeconds:0.###} s and was stopped.", error.Sql, kind: WarehouseErrorKind.TimedOut, inner: error)
            : error;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_gate)
        {
            _hasEnded = true;
            _timer?.Dispose();
        }

        _registration.Dispose();
    }
}
