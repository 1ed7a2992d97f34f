using ProdSales.GraphQL.Execution.Coercion;
using ProdSales.GraphQL.Execution.Planning;
using ProdSales.GraphQL.Execution.Resolution;
using ProdSales.GraphQL.Execution.Running;

namespace ProdSales.GraphQL.Execution.Incremental;

/// <summary>Runs the parts of one operation, each by a run of its own.</summary>
internal sealed class PartRunner(OperationPlan plan, VariableValues variables, OperationContext context, EngineOptions options, PartBudget budget)
{
    public Task<PartResult> RunAsync(DeferredPart part) => new OperationRun(options, context).RunPartAsync(plan, variables, part, new LaterWork(budget));

    public Task<PartResult> RunAsync(ItemStream stream) => new OperationRun(options, context).RunItemsAsync(plan, variables, stream, new LaterWork(budget));
}
