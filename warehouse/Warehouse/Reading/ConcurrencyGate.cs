namespace ProdSales.Warehouse.Reading;

/// <summary>Lets a number of holders in at a time, first come first served, and one holder alone when it asks for all places.</summary>
internal sealed class ConcurrencyGate
{
    private readonly Lock _lock = new();
    private readonly LinkedList<Waiter> _queue = new();
    private readonly int _places;
    private readonly int _maxWaiting;
    private int _free;

    /// <summary>Makes a gate with all places free.</summary>
    public ConcurrencyGate(int places, int maxWaiting)
    {
        _places = places;
        _maxWaiting = maxWaiting;
        _free = places;
    }

    /// <summary>Those that hold a place.</summary>
    public int Holding
    {
        get
        {
            lock (_lock)
            {
                return _places - _free;
            }
        }
    }

    /// <summary>Those that wait.</summary>
    public int Waiting
    {
        get
        {
            lock (_lock)
            {
                return _queue.Count;
            }
        }
    }

    /// <summary>Takes one place.</summary>
    /// <exception cref="WarehouseException">Too many wait already.</exception>
    public Task EnterAsync(CancellationToken token) => EnterAsync(1, isBounded: true, token);

    /// <summary>Takes all places: waits for the holders, and lets nobody in who comes later.</summary>
    public Task EnterAllAsync(CancellationToken token) => EnterAsync(_places, isBounded: false, token);

    /// <summary>Gives one place back.</summary>
    public void Leave() => Leave(1);

    /// <summary>Gives all places back.</summary>
    public void LeaveAll() => Leave(_places);

    private Task EnterAsync(int needed, bool isBounded, CancellationToken token)
    {
        token.ThrowIfCancellationRequested();
        LinkedListNode<Waiter> node;
        lock (_lock)
        {
            if (_queue.Count == 0 && _free >= needed)
            {
                _free -= needed;
                return Task.CompletedTask;
            }

            if (isBounded && _queue.Count >= _maxWaiting)
            {
                throw new WarehouseException(
                    $"{_places} statements run and {_queue.Count} wait, which is all that may; try again later.", kind: WarehouseErrorKind.Busy, isTransient: true);
            }

            node = _queue.AddLast(new Waiter(needed));
        }

        return WaitAsync(node, token);
    }

    private async Task WaitAsync(LinkedListNode<Waiter> node, CancellationToken token)
    {
        await using (token.UnsafeRegister(_ => GiveUp(node, token), state: null).ConfigureAwait(false))
        {
            await node.Value.Admitted.Task.ConfigureAwait(false);
        }
    }

    private void GiveUp(LinkedListNode<Waiter> node, CancellationToken token)
    {
        lock (_lock)
        {
            if (node.List is null)
            {
                return;
            }

            _queue.Remove(node);
            Admit();
        }

        node.Value.Admitted.TrySetCanceled(token);
    }

    private void Leave(int count)
    {
        lock (_lock)
        {
            _free += count;
            Admit();
        }
    }

    private void Admit()
    {
        while (_queue.First is { } first && _free >= first.Value.Needed)
        {
            _free -= first.Value.Needed;
            _queue.RemoveFirst();
            first.Value.Admitted.TrySetResult();
        }
    }

    private sealed record Waiter(int Needed)
    {
        public TaskCompletionSource Admitted { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
