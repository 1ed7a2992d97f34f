using ProdSales.Forecasting.Intermittent;
using ProdSales.Planning.Definition;
using ProdSales.Planning.Frames;

namespace ProdSales.Planning.Methods;

/// <summary>The stock of each part and region that serves the demand of a lead time as often as asked, learned from all parts together.</summary>
internal static class StockPlan
{
    private const int FewestPeriods = 18;
    private const double Level = 0.8;

    /// <summary>The proposals.</summary>
    /// <returns>One a leaf without gaps or returns beyond use; none where less than a year and a half is known.</returns>
    internal static IEnumerable<(PlannedLeaf Leaf, StockLevel Level)> Of(PlannedFrame frame, StockTarget target)
    {
        int[] places = [.. Enumerable.Range(0, frame.Leaves.Count).Where(leaf => Array.TrueForAll(frame.Values[leaf], value => value >= 0))];
        double[][] histories = [.. places.Select(leaf => frame.Values[leaf])];
        if (histories.Length == 0 || frame.Periods.Count < FewestPeriods)
        {
            return [];
        }

        StockRule rule = StockRule.Learn(histories, target.LeadPeriods, target.Service, target.LeadPeriods * 4, StockPolicy.Item);
        return places.Select((leaf, at) => (frame.Leaves[leaf], LevelOf(histories[at], rule)));
    }

    private static StockLevel LevelOf(double[] history, StockRule rule)
    {
        NegativeBinomial demand = rule.LeadTimeDemand(history);
        return new StockLevel(rule.Stock(history), demand.Mean, demand.Quantile((1 - Level) / 2), demand.Quantile((1 + Level) / 2));
    }
}
