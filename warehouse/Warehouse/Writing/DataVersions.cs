using System.Globalization;
using ProdSales.Warehouse.Reading;

namespace ProdSales.Warehouse.Writing;

/// <summary>Knows without a statement when each fact and dimension last changed: the process that has the file open is the only one that can change it.</summary>
/// <remarks>Changes are counted from the opening, so numbers of two openings, be it of the same file, must never be compared: <see cref="Opening"/> tells them apart.</remarks>
public sealed class DataVersions
{
    private const int Holders = 4096;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, long> _last = new(StringComparer.Ordinal);
    private readonly ConcurrencyGate _holders = new(Holders, int.MaxValue);
    private readonly WarehouseDatabase _database;
    private readonly string _openedAt;
    private long _number;
    private long _everything;
    private (IReadOnlyCollection<string>? Touched, TaskCompletionSource Ended)? _pending;

    internal DataVersions(WarehouseDatabase database)
    {
        _database = database;
        _openedAt = database.Clock.GetUtcNow().UtcTicks.ToString("x", CultureInfo.InvariantCulture);
    }

    /// <summary>Gets what names this opening of the file: when it was, and how often the engine had to be opened again since.</summary>
    public string Opening => string.Create(CultureInfo.InvariantCulture, $"{_openedAt}.{_database.GenerationNumber}");

    /// <summary>The number of the last commit: whoever begins to read now sees it and all before it. Waits for a commit that is under way.</summary>
    public ValueTask<long> LastCommitAsync(CancellationToken cancellationToken = default) => LastChangeAsync(names: null, cancellationToken);

    /// <summary>The number of the last commit that changed one of the tables; 0 when none did. Waits for one that is under way.</summary>
    /// <param name="names">Facts and dimensions by the names that <see cref="WarehouseTransaction.Touch"/> is told; null for whatever there is.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async ValueTask<long> LastChangeAsync(IReadOnlySet<string>? names, CancellationToken cancellationToken = default)
    {
        while (true)
        {
            Task ended;
            lock (_lock)
            {
                if (_pending is not { } pending || !Overlaps(pending.Touched, names))
                {
                    return names is null ? _number : names.Aggregate(_everything, (latest, name) => Math.Max(latest, _last.GetValueOrDefault(name)));
                }

                ended = pending.Ended.Task;
            }

            await ended.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Lets no commit happen until the result is disposed, for a reader that commits have outrun; keep it short, for loading waits.</summary>
    public async Task<IDisposable> HoldAsync(CancellationToken cancellationToken = default)
    {
        await _holders.EnterAsync(cancellationToken).ConfigureAwait(false);
        return new Held(_holders);
    }

    /// <summary>Commits, and counts it: what it has changed is settled for readers neither before it nor after it but while it waits.</summary>
    /// <param name="touched">What changes; null for no one knows what.</param>
    /// <param name="commit">The commit. When it fails, it may have happened, so everything counts as changed.</param>
    internal void Commit(IReadOnlyCollection<string>? touched, Action commit)
    {
        _holders.EnterAllAsync(CancellationToken.None).GetAwaiter().GetResult();
        TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            _pending = (touched, ended);
        }

        bool isDone = false;
        try
        {
            commit();
            isDone = true;
        }
        finally
        {
            End(isDone ? touched : null);
            ended.SetResult();
            _holders.LeaveAll();
        }
    }

    private void End(IReadOnlyCollection<string>? touched)
    {
        lock (_lock)
        {
            _number++;
            _pending = null;
            if (touched is null)
            {
                _everything = _number;
            }

            foreach (string name in touched ?? [])
            {
                _last[name] = _number;
            }
        }
    }

    private static bool Overlaps(IReadOnlyCollection<string>? touched, IReadOnlySet<string>? names) =>
        touched is null || names is null || touched.Any(names.Contains);

    private sealed class Held(ConcurrencyGate holders) : IDisposable
    {
        private int _isDisposed;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _isDisposed, 1) == 0)
            {
                holders.Leave();
            }
        }
    }
}
