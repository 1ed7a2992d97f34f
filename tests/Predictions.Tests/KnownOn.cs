using ProdSales.Feeds;

namespace ProdSales.Predictions.Tests;

/// <summary>Rows of a company as they stood on a day: what came later is not there, and what was then open is open.</summary>
internal static class KnownOn
{
    /// <summary>Gives the row as it stood; null when it was not there yet.</summary>
    internal static FeedRow? The(DateOnly day, FeedRow row)
    {
        Feed feed = FeedCatalogue.All.Single(known => known.RecordType == row.GetType());
        if (feed.Kind is FeedKind.Dimension)
        {
            return (DateOnly?)feed.Column("effective_date")?.Property.GetValue(row) > day ? null : row;
        }

        if ((DateOnly)feed.BusinessDate!.Property.GetValue(row)! > day)
        {
            return null;
        }

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
            _ => row,
        };
    }

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
