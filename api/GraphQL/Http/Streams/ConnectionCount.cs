namespace ProdSales.GraphQL.Http.Streams;

/// <summary>Counts what is open, up to a limit for all and one for each user.</summary>
internal sealed class ConnectionCount(int most, int mostOfOneUser)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, int> _byUser = new(StringComparer.Ordinal);
    private int _open;

    /// <summary>How many are open.</summary>
    public int Open => Volatile.Read(ref _open);

    /// <summary>Takes a place; null when all are taken, or all that one user may have. Disposing gives it back.</summary>
    public IDisposable? TryEnter(string? user)
    {
        lock (_lock)
        {
            int own = user is null ? 0 : _byUser.GetValueOrDefault(user);
            if (_open >= most || own >= mostOfOneUser)
            {
                return null;
            }

            _open++;
            if (user is not null)
            {
                _byUser[user] = own + 1;
            }

            return new Place(this, user);
        }
    }

    private void Leave(string? user)
    {
        lock (_lock)
        {
            _open--;
            int left = user is null ? 0 : _byUser[user] - 1;
            if (user is not null && left == 0)
            {
                _byUser.Remove(user);
            }
            else if (user is not null)
            {
                _byUser[user] = left;
            }
        }
    }

    private sealed class Place(ConnectionCount count, string? user) : IDisposable
    {
        private int _isGiven;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _isGiven, 1) == 0)
            {
                count.Leave(user);
            }
        }
    }
}
