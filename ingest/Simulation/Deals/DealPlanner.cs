using ProdSales.Simulation.Calendar;
using ProdSales.Simulation.Masters;
using ProdSales.Simulation.Randomness;
using ProdSales.Simulation.Sales;

namespace ProdSales.Simulation.Deals;

/// <summary>Draws the way of an opportunity: who, what, how long, and how it ends.</summary>
internal sealed class DealPlanner(Company company, Basket basket)
{
    /// <summary>Median days from creation to the decision of a deal that is won, and of one that is lost.</summary>
    internal const double DaysToWin = 72;

    internal const double DaysToLose = 58;

    internal const double SpreadOfDays = 0.45;

    internal const int FewestDays = 8;

    internal const int MostDays = 260;

    /// <summary>The first and the last share of the way at which a stage is entered.</summary>
    internal const double FirstCut = 0.1;

    internal const double LastCut = 0.95;

    private const double UsualWinRate = 0.30;

    private const int Tries = 40;

    private readonly RandomFamily _deals = new(company.Options.Seed, "deals");
    private long _count = company.Works.NumbersAfter;

    /// <summary>Plans an opportunity created on a day; null when nobody was found, or when it would be closed before the first
    /// day.</summary>
    internal Deal? Plan(DateOnly created, string? leadId, string channel, SalesRegion? region)
    {
        long number = ++_count;
        RandomStream dice = _deals.For(number);
        if (DrawBuyer(created, region, dice) is not { } buyer)
        {
            return null;
        }

        double chance = WinChance(buyer);
        bool isWon = dice.Chance(chance);
        DateOnly closed = PlantCalendar.SameOrNextWorkday(created.AddDays((int)Math.Clamp(dice.LogNormal(isWon ? DaysToWin : DaysToLose, SpreadOfDays), FewestDays, MostDays)));
        isWon &= !buyer.IsLeaving(closed);
        IReadOnlyList<DateOnly> stages = StageDays(created, closed, isWon ? SalesStage.Open.Count : LostAfter(dice), dice);
        List<SaleLine> lines = basket.Machines(buyer, closed, dice);
        return closed < company.First ? null : new Deal(number, buyer, created, closed, isWon, stages, lines, leadId, channel, chance);
    }

    private static double WinChance(Buyer buyer) =>
        Math.Clamp(UsualWinRate + (0.7 * (buyer.Satisfaction - 0.78)) + (buyer.IsDealer ? 0.03 : 0), 0.04, 0.7);

    /// <summary>Gets the shares of lost deals that have entered one open stage, two, and so on.</summary>
    internal static IReadOnlyList<double> LostAfterShares { get; } = [0.22, 0.25, 0.28, 0.18, 0.07];

    /// <summary>How many open stages a lost deal has entered.</summary>
    private static int LostAfter(RandomStream dice) => dice.Unit() switch { < 0.22 => 1, < 0.47 => 2, < 0.75 => 3, < 0.93 => 4, _ => 5 };

    private static DateOnly[] StageDays(DateOnly created, DateOnly closed, int count, RandomStream dice)
    {
        double[] cuts = [.. Enumerable.Range(0, count).Select(index => index == 0 ? 0 : dice.Between(FirstCut, LastCut)).Order()];
        return [.. cuts.Select(cut => created.AddDays((int)(cut * (closed.DayNumber - created.DayNumber))))];
    }

    private Buyer? DrawBuyer(DateOnly day, SalesRegion? region, RandomStream dice)
    {
        DateOnly asOf = day < company.First ? company.First : day;
        for (int index = 0; index < Tries; index++)
        {
            if (company.Buyers.Draw(dice, asOf) is { } buyer && (region is null || buyer.Region == region || index > Tries / 2))
            {
                return buyer;
            }
        }

        return null;
    }
}
