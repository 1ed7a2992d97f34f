using System.Globalization;
using ProdSales.Host.Speech;
using ProdSales.Loading.Reports;
using ProdSales.Sources.Mappings.Reports;
using ProdSales.Sources.Readers;

namespace ProdSales.Host.Loads;

/// <summary>Writes what a load would do, for a person to read.</summary>
internal sealed class CheckReportText(Speaker speaker)
{
    /// <summary>The report as lines: each entry with its dirt and its reasons, then records that could not be read, then the totals.</summary>
    internal IEnumerable<string> Lines(CheckReport report)
    {
        foreach (EntryReport entry in report.Entries)
        {
            yield return speaker.Say(
                "report.entry", ("feed", entry.Feed), ("from", entry.From), ("rows", entry.Rows), ("bad", entry.BadRows), ("left", entry.LeftOut));
            foreach (DirtCount dirt in entry.Dirt)
            {
                yield return Counted(dirt.Rows, speaker.Say("report.dirt-kind", ("name", dirt.Name), ("meaning", dirt.Meaning)));
            }

            foreach (ReasonCount reason in entry.Reasons)
            {
                yield return Counted(reason.Rows, speaker.Say(new RefusedRow(entry.Feed, reason.File, reason.Line, reason.Column, reason.Value, reason.Code, reason.Allowed)));
            }
        }

        foreach (ReadDefect defect in report.UnreadableRecords)
        {
            yield return $"  {speaker.Say(new RefusedRow(defect.File, defect.File, defect.Line, defect.Column, defect.Value, defect.Code, defect.Allowed))}";
        }

        yield return speaker.Say("report.dry-run", ("rows", report.Rows), ("bad", report.BadRows), ("unread", report.UnreadableCount));
    }

    private static string Counted(long rows, string what) => string.Create(CultureInfo.InvariantCulture, $"  {rows,10:N0} {what}");
}
