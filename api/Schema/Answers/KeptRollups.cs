using ProdSales.Semantics;
using ProdSales.Warehouse.Reading;

namespace ProdSales.Schema;

/// <summary>Knows which rollups the warehouse keeps. They are made and dropped when a warehouse is opened, never while it is served.</summary>
internal sealed class KeptRollups(ReaderPool readers, SemanticModel model)
{
    private volatile IReadOnlyList<Rollup>? _kept;

    // What is kept decides where a number is read, never which number: no answer depends on it.
    internal async Task<IReadOnlyList<Rollup>> ReadAsync(CancellationToken cancellationToken) =>
        _kept ??= await readers.ListenAsync(
            _ => { },
            () => readers.ReadAsync((connection, _) => RollupUpkeep.Kept(connection, model), cancellationToken)).ConfigureAwait(false);
}
