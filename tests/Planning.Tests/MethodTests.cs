using ProdSales.Planning.Definition;
using ProdSales.Planning.Frames;
using ProdSales.Planning.Methods;

namespace ProdSales.Planning.Tests;

/// <summary>What each voice says, worked out by hand.</summary>
public sealed class MethodTests
{
    private static readonly PlannedLeaf East = new(null, "East", "trucks", null, null);
    private static readonly PlannedLeaf West = new(null, "West", "trucks", null, null);

    [Fact]
    public void Naive_repeats_the_year_and_without_a_year_the_last_month()
    {
        Assert.Equal([2, 3, 4], NaivePlan.Points([.. Enumerable.Range(1, 13).Select(value => (double)value)], 12, 3));
        Assert.Equal([7, 7], NaivePlan.Points([1, 2, 7], 12, 2));
    }

    // Chance 0.2 within 30 days, 0.5 within 60: a month of 30.4375 days holds 0.204375, two hold 0.5 and no more.
    [Fact]
    public void An_open_deal_counts_in_each_month_with_the_chance_to_be_won_in_it()
    {
        OpenDeal deal = new(East.Key, "D1", 1000, [(60, 0.5), (30, 0.2)]);

        Assert.Equal(0.2 + (0.3 * 0.4375 / 30), deal.ChanceWithin(30.4375), 12);
        Assert.Equal(0.5, deal.ChanceWithin(60.875), 12);
        Assert.Equal(0, deal.ChanceWithin(0), 12);
    }

    // Of East's 100 a month 40 % came from deals, of which a quarter were opened in the same month: 100 x (0.6 + 0.4 x 0.25) = 70, and 1000 x 0.9 x chance. West has no past and takes the share of all, 50 %.
    [Fact]
    public void The_pipeline_adds_what_open_deals_cannot_tell()
    {
        DealPast past = new(new Dictionary<string, double>(StringComparer.Ordinal) { [East.Key] = 0.4 }, 0.5, [0.25, 0.6], 0.9);
        OpenDeal[] deals = [new(East.Key, "D1", 1000, [(30, 0.2), (60, 0.5)]), new("nobody", "D2", 1000, [(30, 1)])];

        double[][] points = PipelinePlan.Points([East, West], deals, past, [[100, 200], [100, 200]]);

        Assert.Equal(70 + (900 * deals[0].ChanceWithin(30.4375)), points[0][0], 9);
        Assert.Equal(200 * (0.5 + (0.5 * 0.25)), points[0][1], 9);
        Assert.Equal((100 * (0.6 + (0.4 * 0.6))) + (900 * (0.5 - deals[0].ChanceWithin(30.4375))), points[1][0], 9);
    }

    [Fact]
    public void A_commitment_for_several_is_shared_out_as_the_forecast_sees_them()
    {
        PlannedPeriod month = PlannedPeriod.Of(new DateOnly(2026, 11, 1), PlannedStep.Month);
        PlannedFrame frame = Frame([East, West], [1, 1], [1, 1]);

        double[][] points = CommitmentPlan.Points(frame, [month, month.Later(1, PlannedStep.Month)], [new Commitment(month.First, null, "trucks", null, 400)], [[100, 300], [1, 1]]);

        Assert.Equal([100, 300], points[0]);
        Assert.Equal([double.NaN, double.NaN], points[1]);
    }

    [Fact]
    public void A_consensus_needs_two_voices() =>
        Assert.Equal([15, double.NaN, 20], ConsensusPlan.Points([[10, 5, 20], [20, double.NaN, double.NaN], [double.NaN, double.NaN, 20]]));

    // The line sells 100 a month. An earlier launch had 10, 20, then 30 % of it. The new item is two months old and sold 10 and 20: just as the earlier one, so 30 comes next.
    [Fact]
    public void A_new_item_climbs_as_earlier_launches_did()
    {
        LaunchRamp ramp = new(Launched(10, 20));

        Assert.Equal([2], ramp.New);
        Assert.Equal(30, ramp.Point(2, 0, 100), 9);
        Assert.Equal(60, ramp.Point(2, 1, 200), 9);
    }

    // Half of what was usual at that age, over two months, against a weight of two: three quarters of the ramp.
    [Fact]
    public void A_new_item_that_sells_half_as_well_is_believed_half() => Assert.Equal(22.5, new LaunchRamp(Launched(5, 10)).Point(2, 0, 100), 9);

    [Fact]
    public void Items_that_were_there_from_the_beginning_are_no_launches() => Assert.Empty(new LaunchRamp(Frame([East, West], [1, 1], [1, 1])).New);

    private static PlannedFrame Launched(double first, double second)
    {
        double[] earlier = [0, 0, 0, 0, 0, 0, 10, 20, .. Enumerable.Repeat(30.0, 12)];
        double[] recent = [.. new double[18], first, second];
        double[] rest = [.. Enumerable.Range(0, 20).Select(t => 100 - earlier[t] - recent[t])];
        return Frame([Item("A"), Item("B"), Item("C")], rest, earlier, recent);
    }

    private static PlannedLeaf Item(string id) => new("erp", "East", "trucks", null, id);

    private static PlannedFrame Frame(PlannedLeaf[] leaves, params double[][] values)
    {
        PlannedPeriod first = PlannedPeriod.Of(new DateOnly(2025, 1, 1), PlannedStep.Month);
        PlannedPeriod[] periods = [.. Enumerable.Range(0, values[0].Length).Select(step => first.Later(step, PlannedStep.Month))];
        return new PlannedFrame(PlannedCatalogue.Find("quantity")!, periods[^1].Last, periods, leaves, values, []);
    }
}
