using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using ProdSales.GraphQL.Execution;
using ProdSales.GraphQL.Execution.Telemetry;
using ProdSales.GraphQL.Http.Parts;

namespace ProdSales.GraphQL.Http.Streams;

/// <summary>Answers a request as a stream: a query or mutation once, or in the parts that it asks for, a subscription for as long as somebody listens.</summary>
internal sealed class AnswerStream(GraphQLEngine engine, GraphQLHttpOptions options, WholeAnswers whole, PartedAnswers parts)
{
    /// <summary>The answers, the causes of their errors told to the log. What fails without an answer ends the stream with an error that is masked, so that nobody waits for more.</summary>
    public async IAsyncEnumerable<KeptAnswer> AnswersAsync(
        ILogger<GraphQLEngine> log, RefusalWording? wording, GraphQLRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        bool isLive = engine.IsSubscription(request);
        using IDisposable? open = isLive ? new LiveCount() : null;
        IAsyncEnumerable<KeptAnswer> answers = isLive && options.Live is { } live
            ? live.AnswersAsync(request with { IsLive = true }, cancellationToken)
            : parts.Fits(request) ? parts.AnswersAsync(request, wording, cancellationToken)
            : OnceAsync(request with { IsLive = true }, wording, cancellationToken);
        await using IAsyncEnumerator<KeptAnswer> each = answers.GetAsyncEnumerator(cancellationToken);
        bool goesOn = true;
        while (goesOn)
        {
            KeptAnswer answer;
            try
            {
                if (!await each.MoveNextAsync())
                {
                    yield break;
                }

                answer = each.Current;
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                answer = WholeAnswers.Refused(GraphQLError.Masked(exception));
                goesOn = false;
            }

            FailureLog.Note(log, answer.Errors);
            yield return answer;
        }
    }

    private async IAsyncEnumerable<KeptAnswer> OnceAsync(GraphQLRequest request, RefusalWording? wording, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using CancellationTokenSource time = whole.Begin(cancellationToken);
        yield return await whole.AnswerAsync(request, wording, time.Token, cancellationToken);
    }

    /// <summary>Counts a subscription while it is open.</summary>
    private sealed class LiveCount : IDisposable
    {
        public LiveCount() => EngineTelemetry.NoteLive(1);

        public void Dispose() => EngineTelemetry.NoteLive(-1);
    }
}
