using System.Runtime.CompilerServices;
using ProdSales.GraphQL.Execution;
using ProdSales.GraphQL.Http;
using ProdSales.GraphQL.Http.Streams;

namespace ProdSales.GraphQL.Tests.Http;

/// <summary>Answers every few milliseconds, since the counter that is asked for has changed; three times where the operation is called Finite.</summary>
internal sealed class TickingAnswers(GraphQLEngine engine) : ILiveAnswers
{
    private int _open;

    /// <summary>How many subscriptions run.</summary>
    public int Open => Volatile.Read(ref _open);

    public async IAsyncEnumerable<KeptAnswer> AnswersAsync(GraphQLRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _open);
        try
        {
            if (System.Text.Encoding.UTF8.GetString(request.Query.Span).Contains("Broken", StringComparison.Ordinal))
            {
                throw new InvalidOperationException("secret detail");
            }

            bool isFinite = System.Text.Encoding.UTF8.GetString(request.Query.Span).Contains("Finite", StringComparison.Ordinal);
            for (int turn = 0; !isFinite || turn < 3; turn++)
            {
                using GraphQLResponse response = await engine.ExecuteAsync(request, cancellationToken);
                yield return KeptAnswer.Of(response);
                await Task.Delay(15, cancellationToken);
            }
        }
        finally
        {
            Interlocked.Decrement(ref _open);
        }
    }
}
