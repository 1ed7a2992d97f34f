using ProdSales.Learning.Data;
using ProdSales.Learning.Evaluation;
using ProdSales.Learning.Explanation;
using ProdSales.Learning.Lifetimes;

namespace ProdSales.Learning.Tests.Lifetimes;

public sealed class LifetimePartTests
{
    private static readonly LifetimePart Law = new(new BgNbd(2, 40, 1, 4), 90, new LifetimeColumns("bought", "silent", "old"), new UsualCustomer(4, 20, 120));

    [Fact]
    public void The_usual_customer_has_no_reasons() => Assert.All(Scored(4, 20, 120).Contributions, added => Assert.Equal(0, added, 1e-12));

    [Fact]
    public void What_differs_alone_is_the_whole_reason()
    {
        RowScore score = Scored(4, 100, 120);

        Assert.Equal(LogOdds.Of(Law.Law.NoPurchase(new PurchaseHistory(3, 20, 120), 90)), score.Margin, 1e-12);
        Assert.Equal([0, score.Margin - score.Bias, 0], score.Contributions.Select(added => Math.Round(added, 12)), (one, other) => Math.Abs(one - other) < 1e-9);
        Assert.True(score.Margin > score.Bias);
    }

    [Fact]
    public void Reasons_add_up_whatever_differs()
    {
        foreach ((double bought, double silent, double old) in new[] { (1d, 5d, 5d), (30, 1, 200), (2, 300, 310), (1, 400, 400), (9, 0, 9) })
        {
            RowScore score = Scored(bought, silent, old);
            Assert.Equal(score.Margin, score.Bias + score.Contributions.Sum(), 1e-9);
            Assert.InRange(score.Probability, 0, 1);
        }
    }

    [Fact]
    public void What_nobody_knows_is_taken_as_usual_and_is_no_reason()
    {
        RowScore score = Scored(double.NaN, 100, 120);

        Assert.Equal(Scored(4, 100, 120).Probability, score.Probability);
        Assert.Equal(0, score.Contributions[0], 1e-12);
    }

    private static RowScore Scored(double bought, double silent, double old) =>
        Assert.Single(Law.Score(new Table([TableColumn.OfNumbers("bought", [bought]), TableColumn.OfNumbers("silent", [silent]), TableColumn.OfNumbers("old", [old])])));
}
