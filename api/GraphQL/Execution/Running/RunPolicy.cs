using Microsoft.Extensions.ObjectPool;
using ProdSales.GraphQL.Execution.Resolution;
using ProdSales.GraphQL.Types;

namespace ProdSales.GraphQL.Execution.Running;

/// <summary>Makes the runs of an engine, which are used again.</summary>
internal sealed class RunPolicy(GraphQLSchema schema, EngineOptions options) : PooledObjectPolicy<OperationRun>
{
    public override OperationRun Create() => new(options, new OperationContext(schema, options.ShownSchema));

    public override bool Return(OperationRun obj) => true;
}
