using ProdSales.Simulation.Masters;
using ProdSales.Simulation.Products;
using ProdSales.Simulation.Randomness;

namespace ProdSales.Simulation.Planted;

/// <summary>Draws the causes to plant, and tells the rest of the company what they change.</summary>
internal sealed class PlantedCauses
{
    private static readonly string[] DiscountLines = ["电动叉车", "内燃叉车", "仓储设备"];

    private static readonly string[] OverspentAccounts = ["差旅费", "业务招待费", "市场推广费"];

    private static readonly string[] FailingComponents = ["E-CT", "I-EN", "W-CT"];

    internal PlantedCauses(DemoOptions options, Works works, BuyerBook buyers)
    {
        if (!options.PlantCauses)
        {
            Truth = new Truth(options, null, null, null, null);
            return;
        }

        RandomFamily dice = new(options.Seed, "planted");
        DateOnly month = options.LastDay.AddDays(1 - options.LastDay.Day);
        Truth = new Truth(
            options,
            DrawDiscount(dice.For(1), options.LastDay, month),
            DrawOverspend(dice.For(2), options.LastDay, month),
            DrawLot(dice.For(3), options.LastDay),
            DrawLeavers(dice.For(4), works.IsFirst ? null : dice.For(4, works.Index), options.LastDay, buyers));
    }

    internal Truth Truth { get; }

    /// <summary>What is added to the discount rate of an order line.</summary>
    internal double AddedDiscount(SalesRegion region, string line, DateOnly ordered) =>
        Truth.RisingDiscount is { } cause && cause.Region == region.Name && cause.ProductLine == line && cause.From <= ordered && ordered <= cause.To
            ? cause.AddedDiscountRate
            : 0;

    /// <summary>Spending over what would be usual for a unit, account and month.</summary>
    internal double SpendingFactor(string organisationId, string account, DateOnly month) =>
        Truth.Overspend is { } cause && cause.OrganisationId == organisationId && cause.Account == account && cause.From <= month && month <= cause.To
            ? cause.Factor
            : 1;

    /// <summary>Failures an hour over those of other devices.</summary>
    internal double FailureFactor(string? lot, int monthsInService) =>
        Truth.FailingLot is { } cause && cause.Lot == lot && monthsInService <= cause.MonthsInService ? cause.FailureFactor : 1;

    private static RisingDiscount DrawDiscount(RandomStream dice, DateOnly last, DateOnly month)
    {
        SalesRegion region = SalesRegion.All[dice.Whole(0, 3)];
        return new RisingDiscount(region.Name, dice.Pick(DiscountLines), month.AddMonths(-dice.Whole(3, 5)), last, Math.Round(dice.Between(0.13, 0.18), 3));
    }

    private static Overspend DrawOverspend(RandomStream dice, DateOnly last, DateOnly month)
    {
        string team = dice.Pick([.. SalesRegion.All.SelectMany(OrganisationChart.TeamsOf)]);
        return new Overspend(team, dice.Pick(OverspentAccounts), month.AddMonths(-dice.Whole(3, 6)), last, Math.Round(dice.Between(1.7, 2.3), 2));
    }

    private static FailingLot DrawLot(RandomStream dice, DateOnly last)
    {
        string component = dice.Pick(FailingComponents);
        DateOnly made = last.AddMonths(-dice.Whole(10, 13));
        return new FailingLot(component, Lots.NameOf(component, made), Math.Round(dice.Between(5, 8), 1), 12);
    }

    private static LeavingCustomers DrawLeavers(RandomStream dice, RandomStream? ownDice, DateOnly last, BuyerBook buyers)
    {
        DateOnly from = last.AddDays(-dice.Whole(110, 150));
        int count = Math.Max(3, (int)Math.Round(buyers.All.Count * 0.02));
        List<Buyer> candidates = [.. buyers.All.Where(buyer => buyer.JoinedOn is null && buyer.Size is > 1.5 and < 4)];
        List<string> leavers = [];
        while (leavers.Count < count && candidates.Count > 0)
        {
            Buyer buyer = (ownDice ?? dice).Pick(candidates);
            candidates.Remove(buyer);
            buyer.LeavesFrom = from;
            leavers.Add(buyer.Id);
        }

        return new LeavingCustomers(leavers, from);
    }
}
