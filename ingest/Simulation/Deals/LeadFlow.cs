using ProdSales.Simulation.Calendar;
using ProdSales.Simulation.Masters;
using ProdSales.Simulation.Randomness;

namespace ProdSales.Simulation.Deals;

/// <summary>Leads come in, are assigned, touched and qualified; some become opportunities, of which others come straight from the
/// field.</summary>
internal sealed class LeadFlow(Company company, DealPlanner planner, Pipeline pipeline)
{
    private const double LeadsPerOrderLine = 0.55;

    private const double DirectDealsPerOrderLine = 0.15;

    private const double ConversionRate = 0.22;

    private static readonly string[] Channels = ["官网", "展会", "线上广告", "电话", "转介绍", "公众号"];

    private readonly RandomFamily _days = new(company.Options.Seed, "lead days");
    private readonly RandomFamily _leads = new(company.Options.Seed, "leads");
    private readonly Agenda<Deal> _conversions = new();
    private long _count = company.Works.NumbersAfter;

    internal void Live(DateOnly day)
    {
        double expected = company.Options.ExpectedOrderLines * company.Demand.ShareOf(day);
        RandomStream dice = _days.For(day.DayNumber);
        int leads = dice.Poisson(expected * LeadsPerOrderLine);
        int deals = dice.Poisson(expected * DirectDealsPerOrderLine);
        for (int index = 0; index < leads; index++)
        {
            Capture(day);
        }

        for (int index = 0; index < deals; index++)
        {
            if (planner.Plan(day, null, "销售自拓", null) is { } deal)
            {
                pipeline.Open(deal);
            }
        }

        foreach (Deal deal in _conversions.Take(day))
        {
            pipeline.Open(deal);
        }
    }

    private void Capture(DateOnly day)
    {
        long number = ++_count;
        RandomStream dice = _leads.For(number);
        LeadPlan plan = Draw(number, day, dice);
        Deal? deal = plan.Converted is { } converted && Clock.DayOf(converted) is var due && due <= company.Last
            ? planner.Plan(due, plan.Id, plan.Channel, plan.Region)
            : null;
        if (day < company.First && deal is null)
        {
            return;
        }

        company.Rows.Add(plan.Row(company, deal, dice));
        if (deal is not null)
        {
            _conversions.Add(deal.Created, deal);
        }
    }

    private static LeadPlan Draw(long number, DateOnly day, RandomStream dice)
    {
        DateTime captured = Clock.At(day, dice.Between(480, 1200));
        DateTime assigned = captured.AddMinutes(Math.Round(dice.LogNormal(35, 1.1)));
        DateTime touched = assigned.AddMinutes(Math.Round(dice.LogNormal(150, 1.3)));
        bool isTouched = dice.Chance(0.92);
        bool isConverted = isTouched && dice.Chance(ConversionRate / 0.92);
        bool isQualified = isConverted || (isTouched && dice.Chance(0.2));
        DateTime qualified = touched.AddMinutes(Math.Round(dice.LogNormal(4 * 1440, 0.7)));
        DateTime converted =
            Clock.At(PlantCalendar.SameOrNextWorkday(Clock.DayOf(qualified).AddDays(dice.Whole(1, 6))), dice.Between(540, 1080));
        return new LeadPlan(
            Numbered.Of("LD", number, 7),
            dice.Pick(Channels),
            DrawRegion(dice),
            captured,
            assigned,
            isTouched ? touched : null,
            isQualified ? qualified : null,
            isConverted ? converted : null);
    }

    private static SalesRegion DrawRegion(RandomStream dice)
    {
        double left = dice.Unit();
        return SalesRegion.All.FirstOrDefault(region => (left -= region.Share) < 0) ?? SalesRegion.All[0];
    }
}
