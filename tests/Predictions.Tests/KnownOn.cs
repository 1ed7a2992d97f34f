using ProdSales.Feeds;

namespace ProdSales.Predictions.Tests;

/// <summary>Rows of a company as they stood on a day: what came later is not there, and what was then open is open.</summary>
internal sealed class KnownOn
{
    private readonly DateOnly _day;
    private readonly Dictionary<string, DateOnly> _orderedOn;
    private readonly Dictionary<string, DateOnly> _begunOn;
    private readonly Dictionary<string, DateOnly> _promisedOn;

    /// <param name="day">The day.</param>
    /// <param name="rows">All rows: promises were known from their order on, terms from the begin of their contract.</param>
    internal KnownOn(DateOnly day, IReadOnlyCollection<FeedRow> rows)
    {
        _day = day;
        _orderedOn = rows.OfType<SalesOrderLine>().ToDictionary(line => line.SourceId, line => line.OrderedDate, StringComparer.Ordinal);
        _begunOn = rows.OfType<Contract>().GroupBy(contract => contract.SourceId, StringComparer.Ordinal)
            .ToDictionary(versions => versions.Key, versions => versions.First().StartDate!.Value, StringComparer.Ordinal);
        _promisedOn = rows.OfType<PromiseRevision>().Where(change => change.ChangedDate <= day).GroupBy(change => change.ScheduleLineId, StringComparer.Ordinal)
            .ToDictionary(changes => changes.Key, changes => changes.MaxBy(change => change.ChangedDate)!.ToDate, StringComparer.Ordinal);
    }

    /// <summary>Gives the row as it stood; null when it was not there yet.</summary>
    internal FeedRow? The(FeedRow row)
    {
        Feed feed = FeedCatalogue.All.Single(known => known.RecordType == row.GetType());
        if (feed.Kind is FeedKind.Dimension)
        {
            return (DateOnly?)feed.Column("effective_date")?.Property.GetValue(row) > _day ? null : row;
        }

        return KnownFrom(row, feed) > _day ? null : AsItStood(row);
    }

    /// <summary>The day on which it was first told: most rows on the day that they are about, promises and terms long before.</summary>
    private DateOnly KnownFrom(FeedRow row, Feed feed) => row switch
    {
        ScheduleLine line => _orderedOn[line.OrderLineId!],
        ContractTerm term => _begunOn[term.ContractId!],
        WorkOrder order => order.ReleasedDate ?? DateOnly.MaxValue,
        _ => (DateOnly)feed.BusinessDate!.Property.GetValue(row)!,
    };

    private FeedRow AsItStood(FeedRow row)
    {
        DateOnly day = _day;

        return row switch
        {
            Opportunity { ClosedDate: { } closed } deal when closed > day => Open(deal),
            Ticket { ResolvedDate: { } resolved } ticket when resolved > day => ticket with { ResolvedDate = null, Status = "open" },
            Lead lead => lead with
            {
                AssignedAt = Until(day, lead.AssignedAt),
                FirstTouchAt = Until(day, lead.FirstTouchAt),
                QualifiedAt = Until(day, lead.QualifiedAt),
                ConvertedAt = Until(day, lead.ConvertedAt),
                OpportunityId = Until(day, lead.ConvertedAt) is null ? null : lead.OpportunityId,
                Status = "working",
            },
            ScheduleLine line => line with
            {
                CurrentCommitDate = _promisedOn.TryGetValue(line.SourceId, out DateOnly promised) ? promised : null,
                DelayCause = null,
            },
            WorkOrder order when order.FinishedDate is null || order.FinishedDate > day => order with
            {
                StartedDate = Until(day, order.StartedDate),
                FinishedDate = null,
                GoodQuantity = 0,
                ScrappedQuantity = 0,
                ScrapReason = null,
                ActualMinutes = null,
                CostAmount = null,
                Currency = null,
                Status = Until(day, order.StartedDate) is null ? "released" : "started",
            },
            PurchaseOrderLine { ReceivedDate: { } received } bought when received > day => bought with
            {
                ReceivedDate = null,
                ReceivedQuantity = null,
                RejectedQuantity = null,
                StockedQuantity = null,
            },
            ContractTerm term when Until(day, term.RenewedDate) is null => term with { RenewedAmount = null, RenewedDate = null },
            MrpSuggestion { DecidedDate: { } decided } suggestion when decided > day => suggestion with { Outcome = "open", DecidedDate = null, OrderId = null },
            _ => row,
        };
    }

    private static DateOnly? Until(DateOnly day, DateOnly? on) => on <= day ? on : null;

    private static DateTime? Until(DateOnly day, DateTime? at) => at is { } moment && DateOnly.FromDateTime(moment) <= day ? at : null;

    /// <summary>The deal before its decision: of its own row only what was said at creation; the rest was told by stage events.</summary>
    private static Opportunity Open(Opportunity deal) => deal with
    {
        Outcome = "open",
        ClosedDate = null,
        LostReason = null,
        Competitor = null,
        RecordedAt = deal.CreatedDate.ToDateTime(TimeOnly.MinValue),
        Amount = null,
        RepProbability = null,
        ExpectedCloseDate = null,
        StageId = null,
    };
}
