using ProdSales.GraphQL.Types.Building;
using ProdSales.Warehouse.Provider;
using ProdSales.Warehouse.Reading;

namespace ProdSales.Schema;

/// <summary>Resolves the currency that every measure of money is in.</summary>
internal static class CurrencyField
{
    internal static void Resolve(SchemaBuilder schema, ReaderPool readers) =>
        schema.Object("Query").Field("currency")
            .ResolveAsync(async context => await readers.ReadAsync(Read, context.CancellationToken).ConfigureAwait(false));

    private static string Read(DuckDbConnection connection, CancellationToken token)
    {
        using DuckDbCommand command = connection.CreateCommand("SELECT value FROM warehouse_setting WHERE name = 'group_currency'");
        return (string)command.ExecuteScalar(token)!;
    }
}
