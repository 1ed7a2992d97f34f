using ProdSales.Learning.Lifetimes;
using ProdSales.Learning.Splitting;
using ProdSales.Learning.Tests.Support;

namespace ProdSales.Learning.Tests.Lifetimes;

public sealed class BgNbdTests
{
    // Fader, Hardie and Lee (2005), the parameters that they print for CDNOW.
    private static readonly BgNbd Published = new(.243, 4.414, .793, 2.426);

    [Fact]
    public void Expected_purchases_are_those_of_the_paper_s_example() =>

        // Their spreadsheet: x = 2, t_x = 30.43, T = 38.86, 39 weeks ahead: 1.226.
        Assert.Equal(1.226, Published.ExpectedPurchases(new PurchaseHistory(2, 30.43, 38.86), 39), .001);

    [Fact]
    public void Who_bought_once_is_alive_and_who_bought_often_and_fell_silent_is_not()
    {
        Assert.Equal(1, Published.Alive(new PurchaseHistory(0, 0, 30)));
        Assert.True(Published.Alive(new PurchaseHistory(20, 10, 38)) < .01);
        Assert.True(Published.Alive(new PurchaseHistory(20, 37.5, 38)) > .8);
    }

    [Fact]
    public void Parameters_of_a_drawn_world_are_found_and_its_silence_is_foretold()
    {
        BgNbd truth = new(.6, 6, .8, 2.5);
        MersenneTwister random = new(12);
        (PurchaseHistory History, bool IsSilent)[] customers = [.. Enumerable.Range(0, 6000).Select(_ => Draw(truth, random, 40, 30))];
        BgNbd fitted = BgNbd.Fit([.. customers.Select(customer => customer.History)], CancellationToken.None);

        Assert.Equal(truth.R, fitted.R, .1);
        Assert.Equal(truth.Alpha, fitted.Alpha, 1.0);
        Assert.Equal(truth.A / (truth.A + truth.B), fitted.A / (fitted.A + fitted.B), .03);
        double silent = customers.Average(customer => customer.IsSilent ? 1d : 0d);
        Assert.Equal(silent, customers.Average(customer => fitted.NoPurchase(customer.History, 30)), .015);
    }

    [Fact]
    public void A_torn_history_is_refused() =>
        Assert.Throws<ArgumentException>(() => BgNbd.Fit([new PurchaseHistory(1, 5, 4)], CancellationToken.None));

    private static (PurchaseHistory History, bool IsSilent) Draw(BgNbd world, MersenneTwister random, double seen, double ahead)
    {
        double rate = Gamma(random, world.R) / world.Alpha;
        double one = Gamma(random, world.A);
        double leave = one / (one + Gamma(random, world.B));
        double at = 0;
        double last = 0;
        int repeats = 0;
        while (true)
        {
            at += -Math.Log(random.Uniform()) / rate;
            if (at > seen)
            {
                return (new PurchaseHistory(repeats, last, seen), at > seen + ahead);
            }

            (last, repeats) = (at, repeats + 1);
            if (random.Uniform() < leave)
            {
                return (new PurchaseHistory(repeats, last, seen), true);
            }
        }
    }

    /// <summary>Marsaglia and Tsang (2000).</summary>
    private static double Gamma(MersenneTwister random, double shape)
    {
        if (shape < 1)
        {
            return Gamma(random, shape + 1) * Math.Pow(random.Uniform(), 1 / shape);
        }

        double d = shape - (1d / 3);
        while (true)
        {
            double x = random.Normal();
            double v = Math.Pow(1 + (x / Math.Sqrt(9 * d)), 3);
            if (v > 0 && Math.Log(random.Uniform()) < (.5 * x * x) + d - (d * v) + (d * Math.Log(v)))
            {
                return d * v;
            }
        }
    }
}
