using System.Collections.Frozen;
using ProdSales.Semantics;
using ProdSales.Warehouse.Reading;

namespace ProdSales.Schema;

/// <summary>Finds what questions compare with days of which only a part is on record. It looks at the tables that the answer is read from, so that an answer depends on nothing more.</summary>
internal static class RecordedParts
{
    internal static async Task<IReadOnlyDictionary<string, Period>> OfAsync(ReaderPool readers, IReadOnlyList<MetricQuery> queries, CancellationToken cancellationToken) =>
        queries.SelectMany(query => query.Cuts).Any(Compares)
            ? await readers.ListenAsync(_ => { }, () => readers.ReadAsync((connection, token) => PartialRecords.Of(queries, connection, token), cancellationToken)).ConfigureAwait(false)
            : FrozenDictionary<string, Period>.Empty;

    private static bool Compares(CutRequest cut) =>
        cut.Measures.Any(asked => asked.Comparison is not null) || cut.Values.Any(condition => condition.Asked.Comparison is not null) || cut.Order?.Comparison is not null || cut.Cuts.Any(Compares);
}
