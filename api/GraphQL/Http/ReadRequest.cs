using ProdSales.GraphQL.Execution;

namespace ProdSales.GraphQL.Http;

/// <summary>What an HTTP request was read as: exactly one of the three.</summary>
/// <param name="Single">One request.</param>
/// <param name="Batch">Several, to be answered in their order.</param>
/// <param name="Refusal">Why it is none.</param>
internal readonly record struct ReadRequest(GraphQLRequest? Single, IReadOnlyList<GraphQLRequest>? Batch, HttpRefusal? Refusal)
{
    /// <summary>The request alone where only one is answered; a batch is refused.</summary>
    public (GraphQLRequest? Request, HttpRefusal? Refusal) Alone => Batch is null ? (Single, Refusal) : (null, HttpRefusal.BatchNotHere());

    public static implicit operator ReadRequest(GraphQLRequest request) => new(request, null, null);

    public static implicit operator ReadRequest(HttpRefusal refusal) => new(null, null, refusal);
}
