using ProdSales.Planning.Watching;

namespace ProdSales.Planning.Tests;

/// <summary>What watches forecasts calls when they run to one side or their intervals do not hold, and seldom otherwise.</summary>
public sealed class SignalTests
{
    [Fact]
    public void The_signal_is_the_sum_of_the_errors_over_their_mean_size()
    {
        TrackingSignal signal = TrackingSignal.Of([3, -1, 2, 2, -4, 1, 1, 3, -2, 5])!;

        Assert.Equal((10.0 / 2.4, 10), (signal.Value, signal.Periods));
    }

    [Fact]
    public void The_limit_is_passed_by_three_in_a_thousand_of_all_ways_in_which_signs_could_fall()
    {
        double[] errors = [3, -1, 2, 2, -4, 1, 1, 3, -2, 5, 7];
        double size = errors.Average(Math.Abs);
        double limit = TrackingSignal.Of(errors)!.Limit;
        int passed = 0;
        for (int signs = 0; signs < 1 << errors.Length; signs++)
        {
            double sum = errors.Select((error, index) => ((signs >> index) & 1) == 0 ? Math.Abs(error) : -Math.Abs(error)).Sum();
            passed += Math.Abs(sum / size) > limit + 1e-9 ? 1 : 0;
        }

        Assert.InRange(passed, 1, (int)(0.003 * (1 << errors.Length)));
    }

    [Theory]
    [InlineData(new double[] { 1, 2, 1, 1, 2, 3, 1, 1, 2, 1, 2, 1 }, true)]
    [InlineData(new double[] { -1, -2, -1, -1, -2, -3, -1, -1, -2, -1 }, true)]
    [InlineData(new double[] { 1, -2, 1, 1, -2, 3, -1, 1, 2, -1, 2, 1 }, false)]
    [InlineData(new double[] { 100, 1, -1, 1, -1, 1, -1, 1, -1, 1 }, false)]
    public void Errors_of_one_sign_are_called_and_a_single_large_one_is_not(double[] errors, bool isAlarm) => Assert.Equal(isAlarm, TrackingSignal.Of(errors)!.IsAlarm);

    [Fact]
    public void Too_few_periods_and_perfect_forecasts_have_no_signal()
    {
        Assert.Null(TrackingSignal.Of([1, 1, 1, 1, 1, 1, 1, 1, 1]));
        Assert.Null(TrackingSignal.Of(new double[12]));
        Assert.Null(CoverageSignal.Of([0.5, 0.5]));
    }

    [Fact]
    public void Forecasts_without_a_fault_are_seldom_called()
    {
        Random random = new(20261122);
        int tracked = 0;
        int covered = 0;
        for (int year = 0; year < 1_000; year++)
        {
            double[] errors = [.. Enumerable.Range(0, 12).Select(_ => Enumerable.Range(0, 6).Sum(_ => random.NextDouble() - 0.5))];
            double[] shares = [.. Enumerable.Range(0, 12).Select(_ => Enumerable.Range(0, 40).Average(_ => random.NextDouble() < 0.8 ? 1.0 : 0.0))];
            tracked += TrackingSignal.Of(errors)!.IsAlarm ? 1 : 0;
            covered += CoverageSignal.Of(shares)!.IsAlarm ? 1 : 0;
        }

        Assert.InRange(tracked, 0, 10);
        Assert.InRange(covered, 0, 10);
    }

    [Theory]
    [InlineData(0.8, false)]
    [InlineData(0.6, true)]
    [InlineData(0.97, true)]
    public void Intervals_that_are_too_narrow_or_too_wide_are_called(double share, bool isAlarm)
    {
        Random random = new(7);
        double[] shares = [.. Enumerable.Range(0, 12).Select(_ => share + ((random.NextDouble() - 0.5) * 0.05))];

        Assert.Equal(isAlarm, CoverageSignal.Of(shares)!.IsAlarm);
    }
}
