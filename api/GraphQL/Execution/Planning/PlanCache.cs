namespace ProdSales.GraphQL.Execution.Planning;

/// <summary>
/// Documents that were seen before, by their exact bytes and by whether the schema is shown to who asks: the hash only finds the candidate, so two documents never share a plan.
/// Bounded by an estimate of bytes; documents that were not asked for since the hand passed go first (CLOCK).
/// </summary>
internal sealed class PlanCache(long capacity)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<Key, Entry> _entries = [];
    private readonly Queue<Entry> _clock = new();
    private long _bytes;

    /// <summary>How many documents are kept.</summary>
    public int Count => _entries.Count;

    public PreparedDocument? Find(ReadOnlyMemory<byte> query, bool isShown)
    {
        Key key = new(query, isShown);
        lock (_lock)
        {
            if (!_entries.TryGetValue(key, out Entry? entry))
            {
                return null;
            }

            entry.WasUsed = true;
            return entry.Document;
        }
    }

    public void Add(PreparedDocument document, bool isShown)
    {
        Entry entry = new(document, isShown);
        if (entry.Bytes > capacity)
        {
            return;
        }

        lock (_lock)
        {
            if (!_entries.TryAdd(entry.Key, entry))
            {
                return;
            }

            _clock.Enqueue(entry);
            _bytes += entry.Bytes;
            while (_bytes > capacity)
            {
                Turn();
            }
        }
    }

    private void Turn()
    {
        Entry oldest = _clock.Dequeue();
        if (oldest.WasUsed)
        {
            oldest.WasUsed = false;
            _clock.Enqueue(oldest);
            return;
        }

        _entries.Remove(oldest.Key);
        _bytes -= oldest.Bytes;
    }

    private sealed class Entry(PreparedDocument document, bool isShown)
    {
        public Key Key { get; } = new(document.Source.Utf8, isShown);

        public PreparedDocument Document { get; } = document;

        public long Bytes => Document.Bytes;

        public bool WasUsed { get; set; }
    }

    private readonly struct Key : IEquatable<Key>
    {
        private readonly ReadOnlyMemory<byte> _query;
        private readonly bool _isShown;
        private readonly int _hash;

        public Key(ReadOnlyMemory<byte> query, bool isShown)
        {
            _query = query;
            _isShown = isShown;
            HashCode hash = default;
            hash.AddBytes(query.Span);
            _hash = hash.ToHashCode();
        }

        public bool Equals(Key other) => _hash == other._hash && _isShown == other._isShown && _query.Span.SequenceEqual(other._query.Span);

        public override bool Equals(object? obj) => obj is Key other && Equals(other);

        public override int GetHashCode() => _hash;
    }
}
