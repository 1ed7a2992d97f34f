using System.Globalization;
using ProdSales.Feeds;
using ProdSales.Planning.Frames;
using ProdSales.Planning.Methods;

namespace ProdSales.Planning.Running;

/// <summary>Turns stock levels into rows of the feed of stock proposals.</summary>
internal static class ProposalRows
{
    internal static IEnumerable<FeedRow> Of(PlannedFrame frame, DateTime recordedAt)
    {
        if (frame.Series.Stock is not { } target)
        {
            yield break;
        }

        PlannedPeriod last = frame.Periods[^1].Later(target.LeadPeriods, frame.Series.Step);
        foreach ((PlannedLeaf leaf, StockLevel level) in StockPlan.Of(frame, target).Where(one => one.Leaf.ProductId is not null))
        {
            yield return new StockProposal
            {
                SourceSystem = leaf.SourceSystem!,
                SourceId = string.Create(CultureInfo.InvariantCulture, $"{frame.Series.Name}:{frame.Origin:yyyy-MM-dd}:{leaf.Key}"),
                RecordedAt = recordedAt,
                ProposedDate = frame.Origin,
                ProductId = leaf.ProductId!,
                Region = leaf.Region,
                LeadTimeDays = last.Last.DayNumber - frame.Periods[^1].Last.DayNumber,
                ServiceLevel = target.Service,
                ExpectedQuantity = Math.Round((decimal)level.Expected, 4),
                QuantityP10 = level.Low,
                QuantityP90 = level.High,
                ProposedQuantity = level.Stock,
            };
        }
    }
}
