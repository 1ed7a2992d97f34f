using ProdSales.Predictions.Outlook;

namespace ProdSales.Predictions.Tests;

/// <summary>Probabilities within several horizons agree, and tell the day by which the outcome is as likely as not.</summary>
public sealed class HorizonLadderTests
{
    [Theory]
    [InlineData(new[] { .1, .3, .4 }, 1, new[] { .1, .3, .4 })]
    [InlineData(new[] { .3, .1, .4 }, 1, new[] { .2, .2, .4 })]
    [InlineData(new[] { .6, .5, .1 }, 1, new[] { .4, .4, .4 })]
    [InlineData(new[] { .1, .6, .4, .5 }, 1, new[] { .1, .5, .5, .5 })]
    [InlineData(new[] { .5, .7 }, -1, new[] { .6, .6 })]
    [InlineData(new[] { .7, .5 }, -1, new[] { .7, .5 })]
    [InlineData(new[] { .7, .5 }, 0, new[] { .7, .5 })]
    public void What_turns_back_is_pooled(double[] said, int direction, double[] agreed)
    {
        Assert.All(HorizonLadder.Agreeing(said, direction).Zip(agreed), pair => Assert.Equal(pair.Second, pair.First, 12));
    }

    [Fact]
    public void What_is_pooled_never_turns_back_and_no_other_such_ladder_is_nearer()
    {
        Random dice = new(20261122);
        for (int time = 0; time < 300; time++)
        {
            double[] said = [.. Enumerable.Range(0, 4).Select(_ => Math.Round(dice.NextDouble(), 1))];
            double[] agreed = HorizonLadder.Agreeing(said, 1);
            double distance = Distance(said, agreed);

            Assert.True(agreed.Zip(agreed.Skip(1)).All(pair => pair.First <= pair.Second));
            Assert.All(Ladders(), other => Assert.True(distance <= Distance(said, other) + 1e-9, string.Join(' ', said)));
        }
    }

    [Theory]
    [InlineData(new[] { .6, .7, .8, .9 }, 25)]
    [InlineData(new[] { .2, .4, .6, .7 }, 75)]
    [InlineData(new[] { .1, .2, .3, .5 }, 270)]
    [InlineData(new[] { .0, .0, .4, .6 }, 180)]
    [InlineData(new[] { 1.0, 1, 1, 1 }, 15)]
    public void The_day_lies_where_the_line_between_horizons_crosses_a_half(double[] chances, int days)
    {
        Assert.Equal(days, HorizonLadder.MedianDays([30, 60, 90, 270], chances));
    }

    [Fact]
    public void Where_the_longest_horizon_stays_below_a_half_no_day_is_told()
    {
        Assert.Null(HorizonLadder.MedianDays([30, 60, 90, 270], [.1, .2, .3, .4999]));
    }

    /// <summary>All ladders of four rungs on tenths.</summary>
    private static IEnumerable<double[]> Ladders()
    {
        for (int a = 0; a <= 10; a++)
        {
            for (int b = a; b <= 10; b++)
            {
                for (int c = b; c <= 10; c++)
                {
                    for (int d = c; d <= 10; d++)
                    {
                        yield return [a / 10d, b / 10d, c / 10d, d / 10d];
                    }
                }
            }
        }
    }

    private static double Distance(double[] one, double[] other) => one.Zip(other).Sum(pair => (pair.First - pair.Second) * (pair.First - pair.Second));
}
