using ProdSales.Forecasting.Intervals;

namespace ProdSales.Forecasting.Tests;

/// <summary>What must hold for every series.</summary>
public sealed class ForecastPropertyTests
{
    private static readonly int Seed = int.TryParse(Environment.GetEnvironmentVariable("FORECAST_SEED"), System.Globalization.CultureInfo.InvariantCulture, out int seed) ? seed : 20261122;

    public static TheoryData<int, int> Shapes => new() { { 1, 9 }, { 1, 40 }, { 4, 30 }, { 7, 60 }, { 12, 27 }, { 12, 90 }, { 24, 120 }, { 52, 160 } };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void A_series_in_another_unit_has_the_same_forecast_in_that_unit(int period, int count)
    {
        double[] values = Walk(period, count);
        Forecaster forecaster = new();

        ForecastResult one = forecaster.Forecast(new Series("one", values, period), 6);
        ForecastResult thousand = forecaster.Forecast(new Series("thousand", [.. values.Select(value => value * 1024)], period), 6);
        ForecastResult odd = forecaster.Forecast(new Series("odd", [.. values.Select(value => value * 3.7)], period), 6);

        Assert.Equal(one.Points.Select(point => point * 1024), thousand.Points);
        Assert.Equal(one.Spreads.Select(spread => spread * 1024), thousand.Spreads);
        Assert.All(one.Points.Zip(odd.Points), pair => Assert.Equal(pair.First * 3.7, pair.Second, 1e-3 * Math.Abs(pair.Second)));
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void A_forecaster_that_has_seen_other_series_says_the_same(int period, int count)
    {
        double[] values = Walk(period, count);
        Forecaster used = new();
        used.Forecast(new Series("long", Walk(12, 200), 12), 18);
        used.Forecast(new Series("short", Walk(1, 7), 1), 3);

        ForecastResult fresh = new Forecaster().Forecast(new Series("it", values, period), 9);
        ForecastResult after = used.Forecast(new Series("it", values, period), 9);

        Assert.Equal(fresh.Points, after.Points);
        Assert.Equal(fresh.Spreads, after.Spreads);
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Points_lie_within_intervals_and_wider_levels_hold_narrower_ones(int period, int count)
    {
        ForecastResult result = new Forecaster().Forecast(new Series("it", Walk(period, count), period), 9);
        double[] levels = [0.1, 0.5, 0.8, 0.9, 0.95, 0.99, 0.999];

        for (int step = 1; step <= 9; step++)
        {
            Interval[] intervals = [.. levels.Select(level => ConformalFactors.Borrowed.Around(result, step, level))];
            Assert.All(intervals, interval => Assert.InRange(result.Points[step - 1], interval.Low, interval.High));
            Assert.All(intervals.Zip(intervals.Skip(1)), pair => Assert.True(pair.Second.Low <= pair.First.Low && pair.Second.High >= pair.First.High));
        }
    }

    [Fact]
    public void No_history_makes_it_throw_or_leave_reason()
    {
        Random random = new(Seed);
        Forecaster forecaster = new();
        for (int round = 0; round < 3000; round++)
        {
            double[] values = Odd(random, random.Next(0, 60));
            int period = new[] { 1, 2, 3, 4, 5, 7, 12, 13, 24, 52 }[random.Next(10)];
            ForecastResult result = forecaster.Forecast(new Series("odd", values, period), random.Next(1, 30));

            bool isKnown = values.Any(double.IsFinite);
            string what = $"seed {Seed}, round {round}: {string.Join(' ', values)} by {period}";
            Assert.True(result.Points.All(point => isKnown ? double.IsFinite(point) : double.IsNaN(point)), what);
            Assert.True(result.Spreads.All(spread => isKnown ? double.IsFinite(spread) && spread >= 0 : double.IsNaN(spread)), what);
            double[] finite = [.. values.Where(double.IsFinite)];
            if (isKnown && finite.Min() >= 0)
            {
                Assert.True(result.Points.All(point => point >= 0), what);
            }

            if (isKnown && finite.Max() < 1e300)
            {
                double range = finite.Max() - finite.Min();
                double slack = 1e-9 * (finite.Max(Math.Abs) + range);
                Assert.True(result.Points.All(point => point <= finite.Max() + (3 * range) + slack && point >= finite.Min() - (3 * range) - slack), what);
            }
        }
    }

    private static double[] Walk(int period, int count)
    {
        Random random = new(Seed + (100 * period) + count);
        double level = 100;
        return [.. Enumerable.Range(0, count).Select(t => (level += random.NextDouble() - 0.4) * (1 + (0.2 * Math.Sin(2 * Math.PI * t / period))))];
    }

    private static double[] Odd(Random random, int count)
    {
        int kind = random.Next(9);
        double constant = random.Next(-3, 4);
        return
        [
            .. Enumerable.Range(0, count).Select(t => kind switch
            {
                0 => constant,
                1 => random.Next(4) == 0 ? random.Next(1, 9) : 0,
                2 => random.Next(3) == 0 ? double.NaN : 10 * random.NextDouble(),
                3 => Math.Pow(10, random.Next(-300, 300)),
                4 => random.Next(5) switch { 0 => double.PositiveInfinity, 1 => double.NegativeInfinity, _ => random.NextDouble() },
                5 => (random.NextDouble() - 0.5) * 1e-300,
                6 => t,
                7 => t == count - 1 ? 1e12 : 1,
                _ => -5 + random.NextDouble(),
            }),
        ];
    }
}
