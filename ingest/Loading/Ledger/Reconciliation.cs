using ProdSales.Feeds;
using ProdSales.Loading.Facts;
using ProdSales.Loading.Quarantine;
using ProdSales.Loading.Reports;
using ProdSales.Loading.Star;
using ProdSales.Warehouse.Provider;

namespace ProdSales.Loading.Ledger;

/// <summary>Holds what was read against what is there now, measure by measure.</summary>
internal static class Reconciliation
{
    private const decimal MeasuredTolerance = 1e-9m;

    /// <summary>Reconciles one feed.</summary>
    internal static IEnumerable<ReconciliationLine> Lines(Batch batch, FeedTally tally)
    {
        StarTable star = new(tally.Feed);
        yield return new ReconciliationLine(star.Feed.Name, "rows", tally.Read, tally.Refused, tally.Skipped, tally.Loaded);
        if (star.Feed.Kind is FeedKind.Dimension)
        {
            yield break;
        }

        Dictionary<string, decimal> loaded = LoadedRows.Totals(batch.Connection, star, $"{star.Name} WHERE {LoadedRows.OfBatch(batch)}").Totals;
        Dictionary<string, decimal> refused = tally.Refused == 0 ? [] : RefusedTotals(batch, star);
        foreach (FeedColumn measure in star.Measures)
        {
            decimal source = tally.SourceTotal(measure);
            yield return new ReconciliationLine(
                star.Feed.Name, measure.Name, source, refused.GetValueOrDefault(measure.Name), tally.SkippedTotal(measure), loaded[measure.Name])
            {
                Tolerance = ToleranceOf(measure, source),
            };
        }
    }

    /// <summary>Gives how far apart two totals of a measure may lie and still agree: nothing for exact numbers, rounding for measured ones.</summary>
    internal static decimal ToleranceOf(FeedColumn measure, decimal total) =>
        measure.Type is FeedType.Double ? Math.Max(0.001m, Math.Abs(total) * MeasuredTolerance) : 0m;

    private static Dictionary<string, decimal> RefusedTotals(Batch batch, StarTable star)
    {
        using DuckDbCommand command = batch.Connection.CreateCommand($"""
            SELECT {SqlText.Join(", ", ["count(*)", .. star.Measures.Select(PendingRefusals.TotalOf)])}
            FROM pending_refusal WHERE feed = {SqlText.Text(star.Feed.Name)}
            """);
        return LoadedRows.Read(command, star.Measures).Totals;
    }
}
