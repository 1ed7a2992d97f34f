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
        for (int i = 0; i < FreeRuns; i++)
        {
            if (await TryAsync(request, hasRead, cancellationToken).ConfigureAwait(false) is { } settled)
            {
                return settled;
            }
        }

        while (true)
        {
            using IDisposable held = await warehouse.Versions.HoldAsync(cancellationToken).ConfigureAwait(false);
            if (await TryAsync(request, hasRead, cancellationToken).ConfigureAwait(false) is { } settled)
            {
                return settled;
            }
        }
    }

    private async Task<(KeptAnswer Answer, Footprint Footprint, string Opening, long Change)?> TryAsync(
        GraphQLRequest request, Action hasRead, CancellationToken cancellationToken)
    {
        string opening = warehouse.Versions.Opening;
        long before = await warehouse.Versions.LastCommitAsync(cancellationToken).ConfigureAwait(false);
        StarTables tables = await TablesAsync(opening, before, cancellationToken).ConfigureAwait(false);
        FootprintRecorder recorder = new();
        KeptAnswer answer = await warehouse.Readers.ListenAsync(
            recorder.Hear,
            () => clock.ListenAsync(recorder.Hear, () => RunAsync(request, cancellationToken))).ConfigureAwait(false);
        hasRead();
        Footprint footprint = recorder.Footprint(tables);
        long change = await warehouse.Versions.LastChangeAsync(footprint.Tables, cancellationToken).ConfigureAwait(false);
        bool isSettled = change <= before && opening == warehouse.Versions.Opening && !recorder.HasSeveralDays;
        return isSettled ? (answer, footprint, opening, change) : null;
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
