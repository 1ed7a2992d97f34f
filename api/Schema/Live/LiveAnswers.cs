using System.Runtime.CompilerServices;
using ProdSales.GraphQL;
using ProdSales.GraphQL.Execution;
using ProdSales.GraphQL.Http;
using ProdSales.GraphQL.Http.Streams;
using ProdSales.Warehouse;

namespace ProdSales.Schema;

/// <summary>
/// Answers subscriptions without polling: a commit wakes them, and those whose facts and dimensions it touched are answered again, equal ones by one run. Only what is different is given.
/// </summary>
/// <param name="cache">Answers, knows without a statement whether an answer still holds, and lets equal requests share a run.</param>
/// <param name="warehouse">Tells of commits.</param>
/// <param name="clock">The clock of the schema: answers may change with the day.</param>
public sealed class LiveAnswers(AnswerCache cache, WarehouseDatabase warehouse, ListenedClock clock) : ILiveAnswers
{
    /// <summary>How long to wait for further commits before answering again: those of one load come close together.</summary>
    public static TimeSpan Pause { get; } = TimeSpan.FromMilliseconds(250);

    /// <summary>How long to wait before asking again a server that had too much to do.</summary>
    public static TimeSpan BusyPause { get; } = TimeSpan.FromSeconds(1);

    /// <inheritdoc/>
    public async IAsyncEnumerable<KeptAnswer> AnswersAsync(GraphQLRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using CommitSignal signal = new(warehouse.Writer);
        KeptAnswer? last = null;
        while (true)
        {
            KeptAnswer answer = await cache.AnswerAsync(request, cancellationToken).ConfigureAwait(false);
            if (answer.Errors.Any(error => error.Code == ErrorCodes.Busy))
            {
                // Asked again later, since no commit may come that would.
                await Task.Delay(BusyPause, cancellationToken).ConfigureAwait(false);
                continue;
            }

            if (last is null || !IsSame(last, answer))
            {
                yield return answer;
            }

            if (!answer.WasExecuted)
            {
                yield break;
            }

            last = answer;
            await signal.WaitAsync(UntilTomorrow(), cancellationToken).ConfigureAwait(false);
            await Task.Delay(Pause, cancellationToken).ConfigureAwait(false);
        }
    }

    private static bool IsSame(KeptAnswer one, KeptAnswer other)
        => (one.Version is not null && one.Version == other.Version) || one.Utf8.Span.SequenceEqual(other.Utf8.Span);

    /// <summary>The time to the next day of the plant, when answers about today are others; at least a second, so that a clock that runs early does not ask in a row.</summary>
    private TimeSpan UntilTomorrow()
    {
        DateTimeOffset now = TimeZoneInfo.ConvertTime(clock.Now, clock.LocalTimeZone);
        TimeSpan rest = now.Date.AddDays(1) - now.DateTime;
        return rest < TimeSpan.FromSeconds(1) ? TimeSpan.FromSeconds(1) : rest;
    }
}
