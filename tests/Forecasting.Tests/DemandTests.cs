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
    [InlineData(StockPolicy.Item)]
    [InlineData(StockPolicy.System)]
    public void Stock_serves_as_often_as_asked_for_demand_that_goes_on_as_it_did(StockPolicy policy)
    {
        Random random = new(11);
        double[][] parts = [.. Enumerable.Range(0, 600).Select(_ => Part(random, 0.1 + (0.6 * random.NextDouble())))];
        double[][] known = [.. parts.Select(part => part[..48])];
        DemandPool pool = DemandPool.Learn(known, 12);
        StockRule rule = StockRule.Learn(known, pool, 3, 0.9, 12, policy);

        double served = parts.Average(part => Enumerable.Range(0, 4).Count(span => part[(48 + (3 * span))..(51 + (3 * span))].Sum() <= rule.Stock(part.AsSpan(0, 48))) / 4.0);

        Assert.InRange(served, 0.88, 0.96);
        Assert.InRange(pool.Trend, 0.9, 1.1);
    }

    [Fact]
    public void All_parts_together_need_no_more_stock_than_each_alike()
    {
        Random random = new(13);
        double[][] known = [.. Enumerable.Range(0, 300).Select(_ => Part(random, random.NextDouble())[..48])];
        DemandPool pool = DemandPool.Learn(known, 12);

        StockRule items = StockRule.Learn(known, pool, 3, 0.9, 12, StockPolicy.Item);
        StockRule whole = StockRule.Learn(known, pool, 3, 0.9, 12, StockPolicy.System);
        int item = known.Sum(part => items.Stock(part));
        int system = known.Sum(part => whole.Stock(part));

        Assert.True(system <= item, $"{system} and {item}");
    }

    private static double[] Part(Random random, double chance) => [.. Enumerable.Range(0, 60).Select(_ => random.NextDouble() < chance ? random.Next(1, 4) : 0.0)];
}
