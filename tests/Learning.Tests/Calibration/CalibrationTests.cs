using ProdSales.Learning.Calibration;
using ProdSales.Learning.Evaluation;
using ProdSales.Learning.Splitting;
using ProdSales.Learning.Tests.Support;

namespace ProdSales.Learning.Tests.Calibration;

public sealed class CalibrationTests
{
    [Fact]
    public void Log_odds_that_are_right_are_left_alone()
    {
        (double[] margins, bool[] labels) = Draw(4000, margin => margin);

        Assert.IsType<AsItIs>(CalibrationChoice.Choose(margins, labels, 1).Best);
    }

    [Fact]
    public void Overconfident_log_odds_are_shrunk_to_what_they_should_be()
    {
        (double[] margins, bool[] labels) = Draw(1500, margin => (.4 * margin) - .5);
        Platt fitted = Assert.IsType<Platt>(CalibrationChoice.Choose(margins, labels, 1).Best);

        Assert.Equal(.4, fitted.Slope, .08);
        Assert.Equal(-.5, fitted.Shift, .15);
    }

    [Fact]
    public void A_step_is_met_by_a_rising_line_where_rows_are_many_and_never_where_they_are_few()
    {
        (double[] many, bool[] ofMany) = Draw(8000, margin => margin > .5 ? 3 : -2);
        (double[] few, bool[] ofFew) = Draw(1200, margin => margin > .5 ? 3 : -2);

        Assert.IsType<Isotonic>(CalibrationChoice.Choose(many, ofMany, 1).Best);
        Assert.IsNotType<Isotonic>(CalibrationChoice.Choose(few, ofFew, 1).Best);
    }

    [Fact]
    public void A_rising_line_never_falls_and_pools_what_stands_in_the_wrong_order()
    {
        Isotonic fitted = Isotonic.Fit([1, 2, 3, 4, 5, 6], [false, true, false, true, true, true]);

        Assert.Equal([1, 2, 3, 4, 6], fitted.Margins);
        Assert.Equal(.5, fitted.ToProbability(2.5), 1e-12);
        double[] said = [.. Enumerable.Range(0, 80).Select(step => fitted.ToProbability(step / 10d))];
        Assert.All(said.Zip(said.Skip(1)), pair => Assert.True(pair.Second >= pair.First));
        Assert.All(said, probability => Assert.InRange(probability, .05, .95));
    }

    private static (double[] Margins, bool[] Labels) Draw(int rows, Func<double, double> truth)
    {
        MersenneTwister random = new(9);
        double[] margins = [.. Enumerable.Range(0, rows).Select(_ => 2 * random.Normal())];
        return (margins, [.. margins.Select(margin => random.Uniform() < LogOdds.ToProbability(truth(margin)))]);
    }
}
