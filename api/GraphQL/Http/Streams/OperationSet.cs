using System.Collections.Concurrent;

namespace ProdSales.GraphQL.Http.Streams;

/// <summary>The operations that run in one stream or socket, by the ids that its client gave them.</summary>
internal sealed class OperationSet(int most, CancellationToken ended)
{
    private readonly ConcurrentDictionary<string, CancellationTokenSource> _running = new(StringComparer.Ordinal);

    /// <summary>Whether as many run as may.</summary>
    public bool IsFull => _running.Count >= most;

    /// <summary>Whether an operation of that id runs.</summary>
    public bool IsRunning(string id) => _running.ContainsKey(id);

    /// <summary>Begins an operation; null when one of that id runs already. It ends with the stream at the latest.</summary>
    public CancellationToken? TryBegin(string id)
    {
        CancellationTokenSource own = CancellationTokenSource.CreateLinkedTokenSource(ended);
        if (_running.TryAdd(id, own))
        {
            return own.Token;
        }

        own.Dispose();
        return null;
    }

    /// <summary>Stops an operation; nothing where none of that id runs.</summary>
    /// <returns>Whether it ran until now: whoever gets true tells its end.</returns>
    public bool End(string id)
    {
        if (!_running.TryRemove(id, out CancellationTokenSource? own))
        {
            return false;
        }

        own.Cancel();
        own.Dispose();
        return true;
    }

    /// <summary>Stops all.</summary>
    public void EndAll() => _running.Keys.ToList().ForEach(id => End(id));
}
