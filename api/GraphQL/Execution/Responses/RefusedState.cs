namespace ProdSales.GraphQL.Execution.Responses;

/// <summary>The response to a request that is not run.</summary>
internal sealed class RefusedState : ResponseState
{
    public RefusedState(IReadOnlyList<GraphQLError> errors)
    {
        Errors = errors;
        Writer.StartObject();
        ErrorJson.Write(Writer, errors);
        Writer.EndObject();
    }
}
