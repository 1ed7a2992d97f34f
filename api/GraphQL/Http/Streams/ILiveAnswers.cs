using ProdSales.GraphQL.Execution;

namespace ProdSales.GraphQL.Http.Streams;

/// <summary>Answers subscriptions: the answer now, and again each time it has changed.</summary>
public interface ILiveAnswers
{
    /// <summary>The answers of one subscription, each different from the one before. Ends by itself only after an answer that will never change, as a refusal.</summary>
    /// <param name="request">The subscription.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <remarks>Whoever reads slowly misses what changed meanwhile and gets the last state: nothing is queued.</remarks>
    IAsyncEnumerable<KeptAnswer> AnswersAsync(GraphQLRequest request, CancellationToken cancellationToken);
}
