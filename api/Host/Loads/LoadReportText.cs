using ProdSales.Host.Speech;
using ProdSales.Loading.Reports;

namespace ProdSales.Host.Loads;

/// <summary>Writes what a load did, for a person to read.</summary>
internal sealed class LoadReportText(Speaker speaker)
{
    private const int Wide = 22;
    private const int Narrow = 12;

    /// <summary>The report as lines: a table of feeds, reasons of refused rows with the first of them, and the outcome.</summary>
    internal IEnumerable<string> Lines(LoadReport report)
    {
        if (report.Feeds.Count > 0)
        {
            string[] headings = ["read", "inserted", "replaced", "skipped", "refused", "inferred"];
            yield return TextColumns.Left(speaker.Say("report.feed"), Wide) + string.Concat(headings.Select(name => TextColumns.Right(speaker.Say($"report.{name}"), Narrow)));
        }

        foreach (FeedReport feed in report.Feeds)
        {
            long[] counts = [feed.RowsRead, feed.RowsInserted, feed.RowsReplaced, feed.RowsSkipped, feed.RowsQuarantined, feed.MembersInferred];
            yield return TextColumns.Left(feed.Feed, Wide) + string.Concat(counts.Select(count => TextColumns.Right(count, Narrow)));
        }

        foreach (FeedReport feed in report.Feeds.Where(feed => feed.RowsQuarantined > 0))
        {
            string reasons = string.Join(", ", feed.Reasons.Select(reason => speaker.Say("report.reason", ("code", reason.Key), ("rows", reason.Value))));
            yield return speaker.Say("report.refused-rows", ("feed", feed.Feed), ("reasons", reasons));
            foreach (RefusedRow row in feed.Refusals)
            {
                yield return $"  {speaker.Say(row)}";
            }
        }

        yield return Outcome(report);
    }

    private string Outcome(LoadReport report) => report.Outcome switch
    {
        LoadOutcome.Committed => speaker.Say("report.committed", ("batch", report.BatchId ?? 0), ("totals", report.Reconciliation.Count)),
        LoadOutcome.AlreadyLoaded => speaker.Say("report.already-loaded", ("batch", report.BatchId ?? 0)),
        _ => speaker.Say("report.batch-refused", ("why", string.Join(" ", report.Refusals.Select(speaker.Say)))),
    };
}
