using ProdSales.Feeds;
using ProdSales.Plants;

namespace ProdSales.Planning.Tests;

/// <summary>A small company, whole and as it was known at the end of June 2026; each is loaded once.</summary>
public sealed class PlannedCompany : IDisposable
{
    internal static readonly DateOnly Day = new(2026, 6, 30);

    private static readonly Lazy<FeedRow[]> Company = new(() =>
    [
        .. DemoStar.Company(0.02, years: 3).Where(row => row is Employee or Organisation or Product or Customer or Device or SalesOrderLine or Ticket or PartUsage or Forecast or Opportunity),
    ]);

    private readonly Lazy<DemoStar> _then = new(() => new DemoStar(Company.Value.Where(IsKnown)));
    private readonly Lazy<DemoStar> _whole = new(() => new DemoStar(Company.Value));

    internal DemoStar Then => _then.Value;

    internal DemoStar Whole => _whole.Value;

    public void Dispose()
    {
        foreach (Lazy<DemoStar> star in (Lazy<DemoStar>[])[_then, _whole])
        {
            if (star.IsValueCreated)
            {
                star.Value.Dispose();
            }
        }
    }

    private static bool IsKnown(FeedRow row)
    {
        Feed feed = FeedCatalogue.All.Single(known => known.RecordType == row.GetType());
        DateOnly? day = (DateOnly?)(feed.Kind is FeedKind.Dimension ? feed.Column("effective_date") : feed.BusinessDate)?.Property.GetValue(row);
        return !(day > Day);
    }
}
