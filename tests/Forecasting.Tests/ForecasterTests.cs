using ProdSales.Forecasting.Preparation;

namespace ProdSales.Forecasting.Tests;

public sealed class ForecasterTests
{
    private static readonly Forecaster Forecaster = new();

    [Fact]
    public void An_empty_history_has_no_points_rather_than_zeros()
    {
        ForecastResult result = Forecaster.Forecast(new Series("none", [], 12), 3);

        Assert.All(result.Points, point => Assert.True(double.IsNaN(point)));
        Assert.Equal([GuardCodes.NoHistory], result.Guards.Select(guard => guard.Code));
    }

    [Fact]
    public void A_clear_trend_with_a_clear_season_goes_on()
    {
        double[] season = [0.8, 1.1, 1.3, 0.8];
        double[] whole = [.. Enumerable.Range(0, 48).Select(t => (100 + (2 * t)) * season[t % 4])];

        ForecastResult result = Forecaster.Forecast(new Series("clear", whole[..40], 4), 8);

        for (int step = 0; step < 8; step++)
        {
            Assert.InRange(result.Points[step] / whole[40 + step], 0.93, 1.05);
        }
    }

    [Fact]
    public void Missing_values_after_the_last_known_one_are_steps_too()
    {
        double[] known = [.. Enumerable.Range(0, 40).Select(t => 50 + (3.0 * t))];

        ForecastResult whole = Forecaster.Forecast(new Series("known", known, 1), 5);
        ForecastResult late = Forecaster.Forecast(new Series("late", [.. known, double.NaN, double.NaN], 1), 3);

        Assert.Equal(whole.Points.Skip(2), late.Points);
        Assert.Contains(new Guard(GuardCodes.TrailingGap, 2), late.Guards);
    }
}
