using ProdSales.Feeds;
using ProdSales.Learning.Lifetimes;

namespace ProdSales.Predictions.Tests;

/// <summary>Customers who buy and leave by a law that is known: each at a rate of their own, and each gone after some purchase with a chance of their own.</summary>
internal static class DrawnBuyers
{
    /// <summary>The law, in days: about one purchase in 20 days, and one in five is the last.</summary>
    internal static BgNbd Law { get; } = new(2, 40, 1, 4);

    /// <summary>The orders of customers whose first one lies in the first days.</summary>
    /// <param name="customers">How many customers.</param>
    /// <param name="first">The first day.</param>
    /// <param name="days">The days in which all have bought once.</param>
    /// <param name="last">The last day that is told.</param>
    internal static IEnumerable<FeedRow> Orders(int customers, DateOnly first, int days, DateOnly last)
    {
        Random random = new(20_240_331);
        for (int customer = 0; customer < customers; customer++)
        {
            yield return new Customer { SourceSystem = "crm", SourceId = $"C{customer}", Name = $"Buyer {customer}" };
            double rate = Gamma(random, Law.R) / Law.Alpha, one = Gamma(random, Law.A), leave = one / (one + Gamma(random, Law.B));
            double at = random.Next(days);
            for (int order = 0; first.AddDays((int)at) <= last; order++)
            {
                yield return Line($"C{customer}", order, first.AddDays((int)at));

                // On one day one buys once: the law counts days with orders.
                at = Math.Floor(at) + 1 - (Math.Log(1 - random.NextDouble()) / rate);
                if (order > 0 && random.NextDouble() < leave)
                {
                    break;
                }
            }
        }
    }

    /// <summary>A line by which a customer gives something back.</summary>
    internal static SalesOrderLine Return(string customer, DateOnly day) => Line(customer, -1, day) with { Quantity = -1, NetAmount = -100 };

    private static SalesOrderLine Line(string customer, int order, DateOnly day) => new()
    {
        SourceSystem = "crm",
        SourceId = $"{customer}-{order}",
        OrderId = $"{customer}-{order}",
        CustomerId = customer,
        ProductId = "P",
        OrderedDate = day,
        Quantity = 1,
        NetAmount = 100,
        Currency = "CNY",
    };

    /// <summary>A gamma variable of a whole shape is a sum of exponential ones.</summary>
    private static double Gamma(Random random, double shape) => Enumerable.Range(0, (int)shape).Sum(_ => -Math.Log(1 - random.NextDouble()));
}
