using ProdSales.GraphQL.Execution.Responses;

namespace ProdSales.GraphQL.Execution.Costs;

/// <summary>The response that tells what an operation costs in place of its answer.</summary>
internal sealed class CostState : ResponseState
{
    public CostState(OperationCost cost)
    {
        WasExecuted = true;
        Writer.StartObject();
        Writer.WriteName("extensions");
        Writer.StartObject();
        Writer.WriteName(OperationCost.Entry);
        cost.Write(Writer);
        Writer.EndObject();
        Writer.EndObject();
    }
}
