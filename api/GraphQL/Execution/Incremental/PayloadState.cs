using ProdSales.GraphQL.Execution.Responses;

namespace ProdSales.GraphQL.Execution.Incremental;

/// <summary>The response that carries a payload.</summary>
internal sealed class PayloadState : ResponseState
{
    public PayloadState(Payload payload, bool hasNext)
    {
        WasExecuted = true;
        Errors = payload.Errors;
        payload.Write(Writer, hasNext);
    }
}
