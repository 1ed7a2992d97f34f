using ProdSales.GraphQL.Execution;
using ProdSales.GraphQL.Types;
using ProdSales.Schema;
using ProdSales.Semantics;
using ProdSales.Warehouse;

namespace ProdSales.Host.Web;

/// <summary>Puts semantic model, schema and warehouse together: the same engine for the server and for the command line.</summary>
internal static class ServedSchema
{
    /// <summary>Makes the engine that answers from a warehouse.</summary>
    internal static GraphQLEngine Engine(WarehouseDatabase warehouse, TimeProvider clock) => new(Schema(warehouse, clock));

    private static GraphQLSchema Schema(WarehouseDatabase warehouse, TimeProvider clock) =>
        AnalyticSchema.Build(ModelReader.Shipped, warehouse.Readers, clock);
}
