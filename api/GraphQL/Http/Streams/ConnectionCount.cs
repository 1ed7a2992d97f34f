namespace ProdSales.GraphQL.Http.Streams;

/// <summary>Counts what is open, up to a limit.</summary>
internal sealed class ConnectionCount(int most)
{
    private int _open;

    /// <summary>How many are open.</summary>
    public int Open => Volatile.Read(ref _open);

    /// <summary>Takes a place; null when all are taken. Disposing gives it back.</summary>
    public IDisposable? TryEnter()
    {
        if (Interlocked.Increment(ref _open) <= most)
        {
            return new Place(this);
        }

        Interlocked.Decrement(ref _open);
        return null;
    }

    private sealed class Place(ConnectionCount count) : IDisposable
    {
        private int _isGiven;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _isGiven, 1) == 0)
            {
                Interlocked.Decrement(ref count._open);
            }
        }
    }
}
