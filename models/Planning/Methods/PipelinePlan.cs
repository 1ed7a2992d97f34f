using ProdSales.Planning.Frames;

namespace ProdSales.Planning.Methods;

/// <summary>
/// The forecast from the pipeline: what open deals are worth times how likely they are won in each period, and beside it the statistical forecast's part that no open deal can tell:
/// business without deals, and deals that were not yet opened.
/// </summary>
internal static class PipelinePlan
{
    private const double DaysOfAMonth = 365.25 / 12;

    /// <summary>The points.</summary>
    /// <param name="leaves">The leaves.</param>
    /// <param name="deals">The open deals.</param>
    /// <param name="past">What the last year shows.</param>
    /// <param name="statistical">The statistical forecast, one array of all leaves a step; steps are months.</param>
    internal static double[][] Points(IReadOnlyList<PlannedLeaf> leaves, IReadOnlyList<OpenDeal> deals, DealPast past, double[][] statistical)
    {
        Dictionary<string, int> places = leaves.Index().ToDictionary(entry => entry.Item.Key, entry => entry.Index, StringComparer.Ordinal);
        double[][] points = new double[statistical.Length][];
        for (int step = 0; step < points.Length; step++)
        {
            double unborn = past.Unborn[Math.Min(step, past.Unborn.Length - 1)];
            points[step] = [.. leaves.Select((leaf, at) => statistical[step][at] * Untold(past.ShareOfDeals.GetValueOrDefault(leaf.Key, past.ShareOfAll), unborn))];
            foreach (OpenDeal deal in deals)
            {
                if (places.TryGetValue(deal.Leaf, out int at))
                {
                    points[step][at] += deal.Amount * past.Booked * (deal.ChanceWithin((step + 1) * DaysOfAMonth) - deal.ChanceWithin(step * DaysOfAMonth));
                }
            }
        }

        return points;
    }

    private static double Untold(double shareOfDeals, double unborn) => 1 - shareOfDeals + (shareOfDeals * unborn);
}
