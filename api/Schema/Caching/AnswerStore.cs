namespace ProdSales.Schema;

/// <summary>Answers by their keys, bounded by bytes: those that nobody has asked for longest go first. Safe for several threads.</summary>
internal sealed class AnswerStore(long capacity)
{
    /// <summary>One answer may take that part of the whole; of a larger one only is kept what tells whether it still holds.</summary>
    private const int LargestPart = 8;

    private readonly Lock _lock = new();
    private readonly Dictionary<AnswerKey, LinkedListNode<(AnswerKey Key, AnswerEntry Entry)>> _nodes = [];
    private readonly LinkedList<(AnswerKey Key, AnswerEntry Entry)> _byUse = new();

    /// <summary>Estimated bytes of all entries.</summary>
    internal long Bytes { get; private set; }

    /// <summary>The entry of a key, which is then the last to go; null when there is none.</summary>
    internal AnswerEntry? Find(AnswerKey key)
    {
        lock (_lock)
        {
            if (!_nodes.TryGetValue(key, out LinkedListNode<(AnswerKey Key, AnswerEntry Entry)>? node))
            {
                return null;
            }

            _byUse.Remove(node);
            _byUse.AddFirst(node);
            return node.Value.Entry;
        }
    }

    /// <summary>Keeps an entry in place of the one before it.</summary>
    internal void Keep(AnswerKey key, AnswerEntry entry)
    {
        AnswerEntry kept = entry.Bytes > capacity / LargestPart ? entry with { Answer = null } : entry;
        lock (_lock)
        {
            if (_nodes.TryGetValue(key, out LinkedListNode<(AnswerKey Key, AnswerEntry Entry)>? old))
            {
                Remove(old);
            }

            _nodes[key] = _byUse.AddFirst((key, kept));
            Bytes += kept.Bytes;
            while (Bytes > capacity)
            {
                Remove(_byUse.Last!);
            }
        }
    }

    private void Remove(LinkedListNode<(AnswerKey Key, AnswerEntry Entry)> node)
    {
        _byUse.Remove(node);
        _nodes.Remove(node.Value.Key);
        Bytes -= node.Value.Entry.Bytes;
    }
}
