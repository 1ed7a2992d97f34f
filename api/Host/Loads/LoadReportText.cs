using System.Globalization;
using ProdSales.Loading.Reports;

namespace ProdSales.Host.Loads;

/// <summary>Writes what a load did, for a person to read.</summary>
internal static class LoadReportText
{
    /// <summary>The report as lines: a table of feeds, reasons of refused rows with the first of them, and the outcome.</summary>
    internal static IEnumerable<string> Lines(LoadReport report)
    {
        if (report.Feeds.Count > 0)
        {
            yield return $"{"feed",-22}{"read",12}{"new",12}{"replaced",12}{"skipped",12}{"refused",12}{"inferred",12}";
        }

        foreach (FeedReport feed in report.Feeds)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"{feed.Feed,-22}{feed.RowsRead,12:N0}{feed.RowsInserted,12:N0}{feed.RowsReplaced,12:N0}{feed.RowsSkipped,12:N0}{feed.RowsQuarantined,12:N0}{feed.MembersInferred,12:N0}");
        }

        foreach (FeedReport feed in report.Feeds.Where(feed => feed.RowsQuarantined > 0))
        {
            string reasons = string.Join(", ", feed.Reasons.Select(reason => string.Create(CultureInfo.InvariantCulture, $"{reason.Key} {reason.Value:N0}")));
            yield return $"refused rows of {feed.Feed}: {reasons}";
            foreach (RefusedRow row in feed.Refusals)
            {
                yield return $"  {row}";
            }
        }

        yield return Outcome(report);
    }

    private static string Outcome(LoadReport report) => report.Outcome switch
    {
        LoadOutcome.Committed => string.Create(CultureInfo.InvariantCulture, $"Batch {report.BatchId} is loaded; {report.Reconciliation.Count} totals agree with the source."),
        LoadOutcome.AlreadyLoaded => string.Create(CultureInfo.InvariantCulture, $"These files were loaded before, as batch {report.BatchId}; nothing was changed."),
        _ => "The batch is refused and nothing was changed: " + string.Join(" ", report.Refusals.Select(refusal => refusal.Message)),
    };
}
