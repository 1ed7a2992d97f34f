namespace ProdSales.GraphQL.Execution.Planning;

/// <summary>
/// Documents that were seen before, by their exact bytes: the hash only finds the candidate, so two documents never share a plan.
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

    public PreparedDocument? Find(ReadOnlyMemory<byte> query)
    {
        Key key = new(query);
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

    public void Add(PreparedDocument document)
    {
        Entry entry = new(document);
        if (entry.Bytes > capacity)
        {
            return;
        }

        lock (_lock)
        {
            if (!_entries.TryAdd(new Key(document.Source.Utf8), entry))
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

        _entries.Remove(new Key(oldest.Document.Source.Utf8));
        _bytes -= oldest.Bytes;
    }

    private sealed class Entry(PreparedDocument document)
    {
        public PreparedDocument Document { get; } = document;

        public long Bytes => Document.Bytes;

        public bool WasUsed { get; set; }
    }

    private readonly struct Key : IEquatable<Key>
    {
        private readonly ReadOnlyMemory<byte> _query;
        private readonly int _hash;

        public Key(ReadOnlyMemory<byte> query)
        {
            _query = query;
            HashCode hash = default;
            hash.AddBytes(query.Span);
            _hash = hash.ToHashCode();
        }

        public bool Equals(Key other) => _hash == other._hash && _query.Span.SequenceEqual(other._query.Span);

        public override bool Equals(object? obj) => obj is Key other && Equals(other);

        public override int GetHashCode() => _hash;
    }
}
