namespace ProdSales.GraphQL.Execution.Responses;

/// <summary>The entries of a response's <c>extensions</c>, gathered while the operation runs. Safe for several threads.</summary>
public sealed class ResponseExtensions
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, (bool IsList, List<Action<ResponseWriter>> Writes)> _entries = new(StringComparer.Ordinal);

    /// <summary>Sets an entry; a later call with the same name wins.</summary>
    /// <param name="name">The entry's name.</param>
    /// <param name="write">Writes exactly one JSON value; called once, after the data.</param>
    public void Set(string name, Action<ResponseWriter> write)
    {
        lock (_lock)
        {
            _entries[name] = (false, [write]);
        }
    }

    /// <summary>Adds one item to an entry that is a list, in the order of the calls.</summary>
    /// <param name="name">The entry's name.</param>
    /// <param name="write">Writes exactly one JSON value; called once, after the data.</param>
    public void Append(string name, Action<ResponseWriter> write)
    {
        lock (_lock)
        {
            if (!_entries.TryGetValue(name, out (bool IsList, List<Action<ResponseWriter>> Writes) entry) || !entry.IsList)
            {
                _entries[name] = entry = (true, []);
            }

            entry.Writes.Add(write);
        }
    }

    internal void Clear() => _entries.Clear();

    internal void WriteTo(ResponseWriter writer)
    {
        if (_entries.Count == 0)
        {
            return;
        }

        writer.WriteName("extensions");
        writer.StartObject();
        foreach ((string name, (bool isList, List<Action<ResponseWriter>> writes)) in _entries)
        {
            writer.WriteName(name);
            if (isList)
            {
                writer.StartArray();
            }

            foreach (Action<ResponseWriter> write in writes)
            {
                write(writer);
            }

            if (isList)
            {
                writer.EndArray();
            }
        }

        writer.EndObject();
    }
}
