using ProdSales.GraphQL.Types.Building;
using ProdSales.Warehouse.Provider;
using ProdSales.Warehouse.Reading;

namespace ProdSales.Schema;

/// <summary>Resolves the number by which somebody who keeps answers learns that data has changed, whatever it was.</summary>
internal static class DataVersionField
{
    internal static void Resolve(SchemaBuilder schema, ReaderPool readers) =>
        schema.Object("Query").Field("dataVersion")
            .ResolveAsync(async context => await readers.ReadAsync(Read, context.CancellationToken).ConfigureAwait(false));

    // Each fact counts its own commits and never backwards, so their sum grows with each of them.
    private static object Read(DuckDbConnection connection, CancellationToken token)
    {
        using DuckDbCommand command = connection.CreateCommand("SELECT CAST(coalesce(sum(version), 0) AS BIGINT) FROM data_version");
        return command.ExecuteScalar(token)!;
    }
}
