using ProdSales.Forecasting.Intermittent;

namespace ProdSales.Forecasting.Tests;

public sealed class DemandTests
{
    [Fact]
    public void Rates_equal_those_worked_out_by_hand()
    {
        // Demands 4 after 2 steps, 8 after 3: size 4 + .5·4 = 6, interval 2 + .5·1 = 2.5.
        double[] history = [0, 4, 0, 0, 8];

        Assert.Equal(6 / 2.5, DemandRate.Croston(history, 0.5), 12);
        Assert.Equal(0.75 * 6 / 2.5, DemandRate.Sba(history, 0.5), 12);
        Assert.Equal(8.0 / 3, DemandRate.MovingMean(history, 3), 12);
        Assert.Equal((8 + (0.5 * 0) + (0.25 * 0) + (0.125 * 4)) / 1.9375, DemandRate.DecayedMean(history, 0.5), 12);
        Assert.Equal(((0.5 * 4) + (0.5 * 8)) / 2, DemandRate.Adida(history, 2, 0.5), 12);
    }

    [Fact]
    public void Demand_that_has_stopped_fades_by_TSB_and_not_by_Croston()
    {
        double[] alive = [5, 0, 5, 0, 5, 0, 5, 0];
        double[] stopped = [.. alive, .. new double[40]];

        Assert.Equal(DemandRate.Croston(alive, 0.1), DemandRate.Croston(stopped, 0.1), 12);
        Assert.True(DemandRate.Tsb(stopped, 0.1, 0.1) < 0.1 * DemandRate.Tsb(alive, 0.1, 0.1));
    }

    public static TheoryData<DemandClass, double[]> Histories => new()
    {
        { DemandClass.Smooth, [3, 3, 4, 3, 3] },
        { DemandClass.Erratic, [1, 30, 1, 1, 2] },
        { DemandClass.Intermittent, [3, 0, 0, 3, 0] },
        { DemandClass.Lumpy, [1, 0, 0, 30, 0, 1] },
        { DemandClass.Smooth, [-3, 0, 0, 3, 0] },
        { DemandClass.None, [double.NaN] },
    };

    [Theory]
    [MemberData(nameof(Histories))]
    public void Classes_follow_interval_and_variation(DemandClass expected, double[] history) => Assert.Equal(expected, DemandPattern.ClassOf(history));

    [Theory]
    [InlineData(3, 0.5)]
    [InlineData(3, 0.95)]
    [InlineData(0.2, 0.99)]
    [InlineData(5000, 0.9)]
    public void With_a_variation_of_one_counts_are_geometric(double mean, double chance)
    {
        // P(X ≤ k) = 1 − (m / (1 + m))^(k + 1).
        int expected = (int)Math.Max(0, Math.Ceiling((Math.Log(1 - chance) / Math.Log(mean / (1 + mean))) - 1 - 1e-9));

        Assert.Equal(expected, new NegativeBinomial(mean, 1).Quantile(chance));
    }

    [Theory]
    [InlineData(3.0, 0.95, 6)]
    [InlineData(0.5, 0.90, 1)]
    [InlineData(10.0, 0.99, 18)]
    public void Without_variation_counts_are_those_of_a_Poisson_table(double mean, double chance, int expected) =>
        Assert.Equal(expected, new NegativeBinomial(mean, 0).Quantile(chance));

    [Theory]
    [InlineData(0.4, 2)]
    [InlineData(60, 0.5)]
    [InlineData(90, 0)]
    public void Chances_of_all_counts_make_one_and_their_mean(double mean, double variation)
    {
        NegativeBinomial demand = new(mean, variation);
        double[] chances = [.. Enumerable.Range(0, 4000).Select(count => Math.Exp(demand.LogChance(count)))];

        Assert.Equal(1, chances.Sum(), 9);
        Assert.Equal(mean, chances.Select((chance, count) => chance * count).Sum(), 6);
    }

    [Fact]
    public void Lead_times_follow_origins_that_three_quarters_of_the_steps_are_known_before()
    {
        double[] history = [.. Enumerable.Range(1, 24).Select(step => (double)step)];

        List<LeadTimeWindow> windows = LeadTimeWindow.Of([history], 3, 12);

        // Known up to 15, 12 and 9 of 24; eighteen back there would be six.
        Assert.Equal([15, 15, 15, 12, 12, 12, 12, 9, 9, 9, 9], windows.Select(window => window.Known.Length));
        Assert.Equal([16 + 17 + 18, 19 + 20 + 21, 22 + 23 + 24], windows.Take(3).Select(window => window.Came));
        Assert.Equal([10 + 11 + 12, 13 + 14 + 15, 16 + 17 + 18, 19 + 20 + 21], windows.TakeLast(4).Select(window => window.Came));
    }

    [Fact]
    public void A_part_that_sold_much_by_luck_is_not_taken_at_its_word()
    {
        Random random = new(17);
        double[][] known = [.. Enumerable.Range(0, 400).Select(_ => Part(random, 0.3)[..48])];
        StockRule rule = StockRule.Learn(known, 3, 0.95, 12, StockPolicy.Item);
        double[] luckiest = known.MaxBy(part => part[^12..].Sum())!;

        // Three months of three tenths of one to three pieces: 1.8 is true of every part.
        Assert.InRange(3 * luckiest[^12..].Average(), 3.5, 9);
        Assert.InRange(rule.LeadTimeDemand(luckiest).Mean, 1.5, 2.4);
    }

    [Fact]
    public void Where_too_little_is_known_to_look_back_demand_goes_on_and_stock_holds_it_as_a_Poisson_count()
    {
        double[] history = [1, 0, 1, 1, 1, 0, 1, 1];
        StockRule rule = StockRule.Learn([history], 3, 0.95, 12, StockPolicy.System);

        Assert.Equal(3 * DemandRate.DecayedMean(history, 0.98), rule.LeadTimeDemand(history).Mean, 12);
        Assert.Equal(new NegativeBinomial(3 * DemandRate.DecayedMean(history, 0.98), 0).Quantile(0.95), rule.Stock(history));
    }

    [Theory]
    [InlineData(StockPolicy.Item)]
    [InlineData(StockPolicy.System)]
    public void Stock_serves_as_often_as_asked_for_demand_that_goes_on_as_it_did(StockPolicy policy)
    {
        Random random = new(11);
        double[][] parts = [.. Enumerable.Range(0, 600).Select(_ => Part(random, 0.1 + (0.6 * random.NextDouble())))];
        double[][] known = [.. parts.Select(part => part[..48])];
        StockRule rule = StockRule.Learn(known, 3, 0.9, 12, policy);

        double served = parts.Average(part => Enumerable.Range(0, 4).Count(span => part[(48 + (3 * span))..(51 + (3 * span))].Sum() <= rule.Stock(part.AsSpan(0, 48))) / 4.0);

        Assert.InRange(served, 0.88, 0.96);
        Assert.InRange(DemandPool.Learn(known, 12).Trend, 0.9, 1.1);
    }

    [Fact]
    public void All_parts_together_need_fewer_pieces_than_each_alike_where_demand_differs_much()
    {
        Random random = new(13);
        double[][] known = [.. Enumerable.Range(0, 300).Select(at => Part(random, 0.5, at % 2 == 0 ? 1 : 20)[..48])];

        StockRule items = StockRule.Learn(known, 3, 0.9, 12, StockPolicy.Item);
        StockRule whole = StockRule.Learn(known, 3, 0.9, 12, StockPolicy.System);
        int item = known.Sum(part => items.Stock(part));
        int system = known.Sum(part => whole.Stock(part));

        Assert.True(system < 0.99 * item, $"{system} and {item}");
    }

    private static double[] Part(Random random, double chance, int size = 1) => [.. Enumerable.Range(0, 60).Select(_ => random.NextDouble() < chance ? size * random.Next(1, 4) : 0.0)];
}
