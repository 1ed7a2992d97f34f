using System.Collections.Concurrent;
using ProdSales.Semantics;
using ProdSales.Warehouse.Reading;

namespace ProdSales.Schema;

/// <summary>Knows into which fact tables a batch has ever brought a row. Rows are replaced and never taken away, so what is connected stays so.</summary>
internal sealed class ConnectedSources(ReaderPool readers)
{
    private readonly ConcurrentDictionary<string, bool> _connected = new(StringComparer.Ordinal);

    /// <summary>Those of the tables that are still empty.</summary>
    internal async Task<IReadOnlySet<string>> EmptyOfAsync(IEnumerable<string> tables, CancellationToken cancellationToken)
    {
        string[] open = [.. tables.Distinct(StringComparer.Ordinal).Where(table => !_connected.ContainsKey(table))];
        if (open.Length == 0)
        {
            return new HashSet<string>(StringComparer.Ordinal);
        }

        IReadOnlySet<string> empty = await readers.ListenAsync(
            _ => { },
            () => readers.ReadAsync((connection, token) => EmptyTables.Of(open, connection, token), cancellationToken)).ConfigureAwait(false);
        foreach (string table in open.Where(table => !empty.Contains(table)))
        {
            _connected[table] = true;
        }

        // What is connected stays so: an answer depends on those alone that may yet become so.
        if (empty.Count > 0)
        {
            readers.Tell(string.Join(' ', empty));
        }

        return empty;
    }
}
