using ProdSales.GraphQL.Execution;

namespace ProdSales.GraphQL.Http;

/// <summary>Answers requests in place of the engine, from what was answered before where that still holds.</summary>
public interface IAnswerCache
{
    /// <summary>The version of the answer that the request would get now, when it is known without running it; else null.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    ValueTask<string?> VersionOfAsync(GraphQLRequest request, CancellationToken cancellationToken);

    /// <summary>The answer to the request.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    ValueTask<KeptAnswer> AnswerAsync(GraphQLRequest request, CancellationToken cancellationToken);

    /// <summary>Begins an answer in parts, all of which are of one state of the data: where that changes before the last, the rest ends with an error. Such answers are not kept.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    ValueTask<IncrementalResponse> BeginAsync(GraphQLRequest request, CancellationToken cancellationToken);
}
