using ProdSales.GraphQL.Execution;

namespace ProdSales.GraphQL.Http;

/// <summary>Answers a request at once: out of the cache where there is one, else by the engine, and within the time that a request may take.</summary>
internal sealed class WholeAnswers(GraphQLEngine engine, GraphQLHttpOptions options)
{
    /// <summary>Time for one request, or for several that share it: ends with the caller, or when it is up.</summary>
    public CancellationTokenSource Begin(CancellationToken cancellationToken)
    {
        CancellationTokenSource time = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        time.CancelAfter(options.Timeout);
        return time;
    }

    /// <summary>The answer, or a refusal where the time is up.</summary>
    /// <param name="request">What is asked.</param>
    /// <param name="wording">The caller's words for refusals; null for English.</param>
    /// <param name="time">The time that is left, of <see cref="Begin"/>.</param>
    /// <param name="cancellationToken">The caller, who is there no longer when it is cancelled.</param>
    /// <exception cref="OperationCanceledException">The caller is there no longer.</exception>
    public async ValueTask<KeptAnswer> AnswerAsync(GraphQLRequest request, RefusalWording? wording, CancellationToken time, CancellationToken cancellationToken)
    {
        try
        {
            if (options.Cache is { } cache)
            {
                return await cache.AnswerAsync(request, time);
            }

            using GraphQLResponse response = await engine.ExecuteAsync(request, time);
            return KeptAnswer.Of(response);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Refused(HttpRefusal.TimedOut(options.Timeout).ErrorIn(wording));
        }
    }

    /// <summary>The answer to a request that is not run.</summary>
    public static KeptAnswer Refused(GraphQLError error)
    {
        using GraphQLResponse refused = GraphQLResponse.Refused(error);
        return KeptAnswer.Of(refused);
    }
}
