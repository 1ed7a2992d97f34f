using ProdSales.Feeds;
using ProdSales.Loading.Derived;
using ProdSales.Loading.Dimensions;
using ProdSales.Loading.Facts;
using ProdSales.Loading.Intake;
using ProdSales.Loading.Ledger;
using ProdSales.Loading.Quarantine;
using ProdSales.Loading.Reports;
using ProdSales.Loading.Star;
using ProdSales.Loading.Weights;
using ProdSales.Warehouse;
using ProdSales.Warehouse.Writing;

namespace ProdSales.Loading;

/// <summary>Loads batches of feeds into the star: each whole or not at all, each once.</summary>
/// <remarks>Rows of the same (source system, source id) are versions of one; the highest stays, whatever the order in which they come.</remarks>
/// <param name="database">The warehouse, brought to the schema of the program.</param>
/// <param name="clock">Gives the time of the batch, from which undated changes of masters are valid.</param>
public sealed class WarehouseLoader(WarehouseDatabase database, TimeProvider clock)
{
    /// <summary>Loads a batch in one transaction.</summary>
    /// <param name="request">The inputs.</param>
    /// <param name="options">Limits; null takes the defaults.</param>
    /// <param name="progress">Told about twice a second; null for nobody.</param>
    /// <param name="cancellationToken">Stops the load; nothing of it stays.</param>
    /// <returns>What was done, or every reason for which the batch was refused.</returns>
    /// <exception cref="WarehouseException">The warehouse or a source query failed; nothing of the batch stays.</exception>
    /// <exception cref="ArgumentException">An input does not keep its contract.</exception>
    public LoadReport Load(
        LoadRequest request, LoadOptions? options = null, IProgress<LoadProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Load(request, options ?? new LoadOptions(), QuarantineEntry.Write, progress, cancellationToken);
    }

    /// <summary>Loads a batch whose refused rows are dealt with in a way of the caller's, inside the transaction.</summary>
    internal LoadReport Load(
        LoadRequest request, LoadOptions options, Action<Batch> settleRefusals, IProgress<LoadProgress>? progress, CancellationToken cancellationToken)
    {
        try
        {
            return database.Writer.Write(open => LoadIn(open, request, options, settleRefusals, new ProgressMeter(progress, clock), cancellationToken), cancellationToken);
        }
        catch (BatchRefusedException refused)
        {
            return refused.Report;
        }
    }

    private LoadReport LoadIn(
        WarehouseTransaction open,
        LoadRequest request,
        LoadOptions options,
        Action<Batch> settleRefusals,
        ProgressMeter progress,
        CancellationToken cancellationToken)
    {
        open.TouchNothingElse();
        if (BatchLedger.Find(open.Connection, request.Identity) is { } known)
        {
            return new LoadReport { Outcome = LoadOutcome.AlreadyLoaded, BatchId = known };
        }

        if (options.GroupCurrency is { } currency && !GroupCurrency.Choose(open.Connection, currency))
        {
            throw BatchRefusedException.For(LoadRefusal.GroupCurrencyDiffers(currency, GroupCurrency.Of(open.Connection)));
        }

        Batch batch = new(open, BatchLedger.NextId(open.Connection), clock.GetUtcNow().UtcDateTime, GroupCurrency.Of(open.Connection), options.Measures);
        List<FeedTally> tallies = LoadFeeds(batch, request, progress, cancellationToken);
        List<ReconciliationLine> lines = [.. tallies.SelectMany(tally => Reconciliation.Lines(batch, tally))];
        LoadReport report = ReportOf(batch, options, tallies, lines);
        if (report.Outcome is LoadOutcome.Refused)
        {
            throw new BatchRefusedException(report);
        }

        settleRefusals(batch);
        BatchLedger.Write(batch, request, tallies, lines, clock.GetUtcNow().UtcDateTime);
        batch.DropTemporaryTables();
        cancellationToken.ThrowIfCancellationRequested();
        return report;
    }

    private static List<FeedTally> LoadFeeds(Batch batch, LoadRequest request, ProgressMeter progress, CancellationToken cancellationToken)
    {
        batch.Refusals.Create();
        DerivedFacts.Create(batch);
        batch.Rollups.Create();
        List<FeedTally> tallies = [];
        foreach (Feed feed in FeedCatalogue.All)
        {
            FeedInput[] inputs = [.. request.Inputs.Where(input => input.Feed == feed)];
            if (inputs.Length > 0)
            {
                StarTable star = new(feed);
                tallies.Add(feed.Kind is FeedKind.Dimension
                    ? new DimensionLoader(batch, star).Load(inputs, progress, cancellationToken)
                    : new FactLoader(batch, star).Load(inputs, progress, cancellationToken));
            }
        }

        DerivedFacts.Update(batch);
        batch.Rollups.Update();
        return tallies;
    }

    private static LoadReport ReportOf(Batch batch, LoadOptions options, List<FeedTally> tallies, List<ReconciliationLine> lines)
    {
        LoadRefusal[] refusals =
        [
            .. tallies.Where(tally => tally.Refused > tally.Read * options.RefusedShareLimit)
                .Select(tally => LoadRefusal.TooManyBadRows(tally.Feed.Name, tally.Refused, tally.Read, options.RefusedShareLimit)),
            .. WeightRefusals(batch, tallies),
            .. lines.Where(line => !line.IsBalanced).Select(LoadRefusal.NotReconciled),
        ];
        return new LoadReport
        {
            Outcome = refusals.Length == 0 ? LoadOutcome.Committed : LoadOutcome.Refused,
            BatchId = refusals.Length == 0 ? batch.Id : null,
            Refusals = refusals,
            Feeds = [.. tallies.Select(tally => ReportOf(batch, options, tally))],
            Reconciliation = lines,
            ChangedTables = refusals.Length == 0 ? [.. batch.ChangedTables] : [],
        };
    }

    private static IEnumerable<LoadRefusal> WeightRefusals(Batch batch, List<FeedTally> tallies)
    {
        foreach (FeedTally tally in tallies.Where(tally => tally.Loaded > 0 && tally.Feed.Whole is not null))
        {
            if (WholeWeights.Broken(batch.Connection, new StarTable(tally.Feed)) is { } broken)
            {
                yield return LoadRefusal.WeightsNotWhole(tally.Feed.Name, tally.Feed.Whole!.Name, broken);
            }
        }
    }

    private static FeedReport ReportOf(Batch batch, LoadOptions options, FeedTally tally) => new()
    {
        Feed = tally.Feed.Name,
        RowsRead = tally.Read,
        RowsInserted = tally.Loaded - tally.Replaced,
        RowsReplaced = tally.Replaced,
        RowsSkipped = tally.Skipped,
        RowsQuarantined = tally.Refused,
        MembersInferred = tally.Inferred,
        Reasons = tally.Refused == 0 ? new Dictionary<string, long>(StringComparer.Ordinal) : batch.Refusals.Reasons(tally.Feed),
        Refusals = tally.Refused == 0 ? [] : batch.Refusals.First(tally.Feed, options.ShownRefusals),
    };
}
