using ProdSales.Feeds;

namespace ProdSales.Simulation.Tests;

/// <summary>The chance of a deal that stands in no record is the true one: what it promises comes, however the deals are cut.</summary>
public sealed class DealTruthTests
{
    private static readonly DemoOptions Options = new() { Scale = 0.1, Years = 3 };

    private static readonly Lazy<(DateOnly Day, Opportunity Deal, double Chance30, double Chance90)[]> Asked = new(() => [.. Ask()]);

    [Fact]
    public void What_is_promised_comes_at_every_height_of_the_chance()
    {
        AssertPromisesHold(asked => (int)(asked.Chance30 * 10), asked => asked.Chance30, 30);
        AssertPromisesHold(asked => (int)(asked.Chance90 * 10), asked => asked.Chance90, 90);
    }

    [Fact]
    public void What_is_promised_comes_whatever_the_deal_had_told()
    {
        AssertPromisesHold(asked => Math.Min(4, (asked.Day.DayNumber - asked.Deal.CreatedDate.DayNumber) / 30), asked => asked.Chance90, 90);
        AssertPromisesHold(asked => asked.Deal.Channel ?? "", asked => asked.Chance90, 90);
    }

    [Fact]
    public void A_longer_horizon_never_lowers_it_and_decided_deals_have_none()
    {
        IReadOnlyDictionary<string, DealTruth> truths = new DemoCompany(Options with { Scale = 0.02 }).DealTruths();
        Opportunity[] decided = [.. new DemoCompany(Options with { Scale = 0.02 }).Rows<Opportunity>().Where(deal => deal.ClosedDate is not null)];

        Assert.All(decided, deal =>
        {
            DealTruth truth = truths[deal.SourceId];
            double[] chances = [.. new[] { 1, 30, 60, 90, 270, 3000 }.Select(days => truth.ChanceToWin(deal.ClosedDate!.Value.AddDays(-1), days)!.Value)];
            Assert.True(chances.Zip(chances.Skip(1)).All(pair => pair.First <= pair.Second));
            Assert.InRange(chances[^1], 0, 1);
            Assert.Null(truth.ChanceToWin(deal.ClosedDate!.Value, 30));
            Assert.Null(truth.ChanceToWin(deal.CreatedDate.AddDays(-1), 30));
        });
    }

    /// <summary>In each group the outcomes lie within four standard deviations of what the chances sum to.</summary>
    private static void AssertPromisesHold<TKey>(
        Func<(DateOnly Day, Opportunity Deal, double Chance30, double Chance90), TKey> group, Func<(DateOnly Day, Opportunity Deal, double Chance30, double Chance90), double> chance, int days)
    {
        Assert.All(Asked.Value.GroupBy(group).Where(rows => rows.Count() > 20), rows =>
        {
            double promised = rows.Sum(chance);
            double spread = Math.Sqrt(rows.Sum(row => chance(row) * (1 - chance(row))));
            int came = rows.Count(row => row.Deal.Outcome == "won" && row.Deal.ClosedDate <= row.Day.AddDays(days));
            Assert.InRange(came, promised - (4 * spread), promised + (4 * spread));
        });
    }

    /// <summary>Each deal once, on a day of its life that its number decides, so that rows are independent.</summary>
    private static IEnumerable<(DateOnly Day, Opportunity Deal, double Chance30, double Chance90)> Ask()
    {
        IReadOnlyDictionary<string, DealTruth> truths = new DemoCompany(Options).DealTruths();
        foreach ((int index, Opportunity deal) in new DemoCompany(Options).Rows<Opportunity>().Index())
        {
            DateOnly day = deal.CreatedDate.AddDays(index * 7 % 61);
            DealTruth truth = truths[deal.SourceId];
            if (day.AddDays(90) <= Options.LastDay && truth.ChanceToWin(day, 30) is { } chance)
            {
                yield return (day, deal, chance, truth.ChanceToWin(day, 90)!.Value);
            }
        }
    }
}
