using System.Runtime.CompilerServices;
using ProdSales.GraphQL.Execution;

namespace ProdSales.GraphQL.Http.Parts;

/// <summary>Answers requests in parts, for transports that carry them.</summary>
internal sealed class PartedAnswers(GraphQLEngine engine, GraphQLHttpOptions options, WholeAnswers whole)
{
    /// <summary>Whether a request asks for parts; one that would be refused does not.</summary>
    public bool Fits(GraphQLRequest request) => engine.MayAnswerInParts(request);

    /// <summary>The first response and those that add to it. Where the time is up before the last, that one ends what is still on its way with an error.</summary>
    public async IAsyncEnumerable<KeptAnswer> AnswersAsync(GraphQLRequest request, RefusalWording? wording, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using CancellationTokenSource time = whole.Begin(cancellationToken);
        (IncrementalResponse? answer, KeptAnswer first) = await BeginAsync(request, wording, time.Token, cancellationToken);
        yield return first;
        if (answer is null)
        {
            yield break;
        }

        await using (answer)
        {
            while (answer.HasNext)
            {
                yield return await NextAsync(answer, wording, cancellationToken);
            }
        }
    }

    private async ValueTask<(IncrementalResponse? Answer, KeptAnswer First)> BeginAsync(GraphQLRequest request, RefusalWording? wording, CancellationToken timed, CancellationToken cancellationToken)
    {
        try
        {
            IncrementalResponse answer = options.Cache is { } cache ? await cache.BeginAsync(request, timed) : await engine.ExecuteInPartsAsync(request, timed);
            using GraphQLResponse first = answer.First;
            return (answer, KeptAnswer.Of(first));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return (null, WholeAnswers.Refused(TimedOut(wording)));
        }
    }

    private async ValueTask<KeptAnswer> NextAsync(IncrementalResponse answer, RefusalWording? wording, CancellationToken cancellationToken)
    {
        try
        {
            using GraphQLResponse next = await answer.NextAsync();
            return KeptAnswer.Of(next);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            using GraphQLResponse last = answer.Abandon(TimedOut(wording));
            return KeptAnswer.Of(last);
        }
    }

    private GraphQLError TimedOut(RefusalWording? wording) => HttpRefusal.TimedOut(options.Timeout).ErrorIn(wording);
}
