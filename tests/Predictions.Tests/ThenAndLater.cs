using ProdSales.Feeds;
using ProdSales.Plants;

namespace ProdSales.Predictions.Tests;

/// <summary>One company twice: as it was known on a day, and with all that has happened since.</summary>
public sealed class ThenAndLater : IDisposable
{
    internal static readonly DateOnly Day = new(2026, 6, 30);

    private static readonly Lazy<FeedRow[]> Company = new(() => [.. DemoStar.Company(0.02, years: 2)]);

    private readonly Lazy<DemoStar> _then = new(() => new DemoStar(Company.Value.Select(new KnownOn(Day, Company.Value).The).OfType<FeedRow>()));
    private readonly Lazy<DemoStar> _later = new(() => new DemoStar(Company.Value));

    internal DemoStar Then => _then.Value;

    internal DemoStar Later => _later.Value;

    public void Dispose()
    {
        foreach (Lazy<DemoStar> star in (Lazy<DemoStar>[])[_then, _later])
        {
            if (star.IsValueCreated)
            {
                star.Value.Dispose();
            }
        }
    }
}
