using ProdSales.Forecasting.Accuracy;
using ProdSales.Forecasting.Intervals;

namespace ProdSales.Forecasting.Tests;

public sealed class IntervalTests
{
    [Fact]
    public void A_factor_is_the_ranked_error_that_the_definition_names()
    {
        ConformalCalibration calibration = new();
        for (int error = 1; error <= 99; error++)
        {
            calibration.Add(Flat(0, 1), [error]);
        }

        ConformalFactors factors = calibration.Factors();

        // Rank ⌈(99 + 1) · level⌉ of errors 1 to 99.
        Assert.Equal(95, factors.Of(1, 1, 0.95));
        Assert.Equal(80, factors.Of(1, 1, 0.80));
    }

    [Fact]
    public void Too_few_errors_of_a_step_give_way_to_those_of_all_steps_and_then_to_borrowed_ones()
    {
        ConformalCalibration few = new();
        ConformalCalibration some = new();
        for (int error = 1; error <= 20; error++)
        {
            few.Add(Flat(0, 1, 1), [error]);
            some.Add(Flat(0, 1, 1, 1), [error, error, error]);
        }

        Assert.Equal(ConformalFactors.Borrowed.Of(1, 1, 0.9), few.Factors().Of(1, 1, 0.9));
        Assert.Equal(18, some.Factors().Of(1, 1, 0.88));
    }

    [Fact]
    public void The_score_is_the_width_and_forty_fold_what_was_missed()
    {
        // Width 4 twice, missed by 1 once, over a mean change of 2.
        double msis = IntervalError.Msis([5, 9], [new Interval(3, 7), new Interval(4, 8)], 0.95, [1, 3, 5], 1);

        Assert.Equal((4 + 4 + 40) / 2.0 / 2, msis, 9);
        Assert.Equal(0.5, IntervalError.Coverage([5, 9], [new Interval(3, 7), new Interval(4, 8)]));
    }

    [Fact]
    public void Intervals_from_a_series_own_past_hold_their_share_of_what_comes()
    {
        Random random = new(29);
        Forecaster forecaster = new();
        List<Series> many = [.. Enumerable.Range(0, 150).Select(at => new Series($"{at}", [.. Enumerable.Range(0, 46).Select(t => 100 + t + (10 * (random.NextDouble() + random.NextDouble())))], 1))];
        ConformalCalibration calibration = new();
        many.ForEach(one => calibration.Backtest(forecaster, one with { Values = one.Values[..40] }, 6, 2));
        ConformalFactors factors = calibration.Factors();

        double held = many.Average(one =>
        {
            ForecastResult result = forecaster.Forecast(one with { Values = one.Values[..40] }, 6);
            return IntervalError.Coverage(one.Values.AsSpan(40), [.. Enumerable.Range(1, 6).Select(step => factors.Around(result, step, 0.9))]);
        });

        Assert.InRange(held, 0.86, 0.94);
    }

    private static ForecastResult Flat(double point, params double[] spreads) => new()
    {
        Points = [.. spreads.Select(_ => point)],
        Spreads = spreads,
        Members = [],
        Class = DemandClass.Smooth,
        Guards = [],
        Period = 1,
        IsNonNegative = false,
    };
}
