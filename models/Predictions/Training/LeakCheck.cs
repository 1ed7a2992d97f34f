using ProdSales.Learning.Data;
using ProdSales.Learning.Leaks;
using ProdSales.Learning.Selection;
using ProdSales.Predictions.Frames;

namespace ProdSales.Predictions.Training;

/// <summary>Looks, before anything is learned, whether a feature knows the outcome: a definition that reads the present state instead of the day's is refused.</summary>
/// <remarks>Only what the values show counts. Names are those of the definition, and <c>customer_won</c> is an honest one.</remarks>
internal static class LeakCheck
{
    private const string AsOf = "as_of";
    private const string CameOn = "came_on";

    /// <summary>Whether a deal is won within 30 days is told by its expected close alone with an AUC near .9, honestly; what knows the outcome tells it all.</summary>
    private const double TellsItAll = .97;

    /// <summary>With fewer subjects of either outcome a column tells much by chance.</summary>
    private const int LeastOfEach = 40;

    private static readonly LeakContext Moments = new() { AsOf = AsOf, JudgesNames = false, TellingAuc = TellsItAll };

    /// <summary>Why the frame must not be learned from: the feature, how it is told, and the moment that it violates; null when nothing seems wrong.</summary>
    internal static LearnRefusal? Refuse(Frame frame, CancellationToken cancellation)
    {
        LeakFinding? found = First(LeakScan.OfMoments(Dated(frame), Moments, cancellation)) ?? First(OfValues(frame, cancellation));
        return found is null
            ? null
            : new LearnRefusal("leaking-column", new Dictionary<string, object>(StringComparer.Ordinal) { ["column"] = found.Column, ["code"] = found.Code, ["violates"] = found.Violates ?? AsOf });

        LeakFinding? First(IReadOnlyList<LeakFinding> findings) => findings.FirstOrDefault(finding => frame.Features.Find(finding.Column) is not null);
    }

    /// <summary>What values tell of outcomes is judged by the first row of each subject: twenty months of one customer who left would look like a value that only those who leave have.</summary>
    private static IReadOnlyList<LeakFinding> OfValues(Frame frame, CancellationToken cancellation)
    {
        Frame first = frame.Take(RowDraw.FirstOfEachSubject(frame));
        bool[] outcomes = [.. first.Rows.Select(row => row.Outcome!.Value)];
        int came = outcomes.Count(outcome => outcome);
        return Math.Min(came, outcomes.Length - came) < LeastOfEach ? [] : LeakScan.Run(first.Features, outcomes, Moments, cancellation);
    }

    private static Table Dated(Frame frame) => new(
    [
        .. frame.Features.Columns,
        TableColumn.OfDates(AsOf, [.. frame.Rows.Select(row => (DateTime?)row.AsOf.ToDateTime(TimeOnly.MinValue))]),
        TableColumn.OfDates(CameOn, [.. frame.Rows.Select(row => row.CameOn?.ToDateTime(TimeOnly.MinValue))]),
    ]);
}
