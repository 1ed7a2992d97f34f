using ProdSales.GraphQL;
using ProdSales.GraphQL.Execution;
using ProdSales.GraphQL.Http;
using ProdSales.Warehouse;

namespace ProdSales.Schema;

/// <summary>Runs a request so that all its statements have read the same data, whatever is committed meanwhile.</summary>
internal sealed class SettledRun(GraphQLEngine engine, WarehouseDatabase warehouse, ListenedClock clock)
{
    /// <summary>Runs that may be outrun by commits before commits have to wait for one.</summary>
    private const int FreeRuns = 2;

    private volatile KnownTables? _tables;

    /// <summary>Runs it.</summary>
    /// <param name="request">The request.</param>
    /// <param name="hasRead">Called once the first run has read what it reads.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>The answer, and what it was made from.</returns>
    internal async Task<(KeptAnswer Answer, Footprint Footprint, string Opening, long Change)> AnswerAsync(
        GraphQLRequest request, Action hasRead, CancellationToken cancellationToken)
    {
        (KeptAnswer answer, Reading reading) = await SettleAsync(() => RunAsync(request, cancellationToken), hasRead, null, cancellationToken).ConfigureAwait(false);
        return (answer, reading.Footprint, reading.Opening, reading.Change);
    }

    /// <summary>Begins an answer in parts: the first as any other answer; a part that has read data of another commit is not given, and ends the rest with an error.</summary>
    internal async ValueTask<IncrementalResponse> BeginAsync(GraphQLRequest request, CancellationToken cancellationToken)
    {
        (IncrementalResponse answer, Reading reading) = await SettleAsync(
            async () => await engine.ExecuteInPartsAsync(request, cancellationToken).ConfigureAwait(false), () => { }, DropAsync, cancellationToken).ConfigureAwait(false);
        answer.Around = async next =>
        {
            GraphQLResponse part = await reading.ListenAsync(async () => await next().ConfigureAwait(false)).ConfigureAwait(false);
            await reading.EndAsync(cancellationToken).ConfigureAwait(false);
            if (reading.IsSettled)
            {
                return part;
            }

            part.Dispose();
            return answer.Abandon(new GraphQLError("data-changed", "The data changed while the answer was on its way; ask again."));
        };
        return answer;
    }

    private static async Task DropAsync(IncrementalResponse answer)
    {
        answer.First.Dispose();
        await answer.DisposeAsync().ConfigureAwait(false);
    }

    private async Task<(T Answer, Reading Reading)> SettleAsync<T>(Func<Task<T>> run, Action hasRead, Func<T, Task>? drop, CancellationToken cancellationToken)
    {
        for (int i = 0; ; i++)
        {
            using IDisposable? held = i < FreeRuns ? null : await warehouse.Versions.HoldAsync(cancellationToken).ConfigureAwait(false);
            Reading reading = await Reading.BeginAsync(warehouse, clock, TablesAsync, cancellationToken).ConfigureAwait(false);
            T answer = await reading.ListenAsync(run).ConfigureAwait(false);
            hasRead();
            await reading.EndAsync(cancellationToken).ConfigureAwait(false);
            if (reading.IsSettled)
            {
                return (answer, reading);
            }

            await (drop?.Invoke(answer) ?? Task.CompletedTask).ConfigureAwait(false);
        }
    }

    private async Task<KeptAnswer> RunAsync(GraphQLRequest request, CancellationToken cancellationToken)
    {
        using GraphQLResponse response = await engine.ExecuteAsync(request, cancellationToken).ConfigureAwait(false);
        return KeptAnswer.Of(response);
    }

    private async Task<StarTables> TablesAsync(string opening, long commit, CancellationToken cancellationToken)
    {
        if (_tables is { } known && known.Commit == commit && known.Opening == opening)
        {
            return known.Tables;
        }

        StarTables read = await StarTables.ReadAsync(warehouse.Readers, cancellationToken).ConfigureAwait(false);
        _tables = new KnownTables(opening, commit, read);
        return read;
    }

    private sealed record KnownTables(string Opening, long Commit, StarTables Tables);
}
