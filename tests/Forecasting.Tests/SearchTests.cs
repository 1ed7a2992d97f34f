using ProdSales.Forecasting.Autoregression;
using ProdSales.Forecasting.Seasonality;
using ProdSales.Forecasting.Smoothing;
using ProdSales.Forecasting.Theta;

namespace ProdSales.Forecasting.Tests;

/// <summary>The fast searches against plain ones.</summary>
public sealed class SearchTests
{
    [Fact]
    public void Simple_smoothing_is_as_good_as_the_best_of_a_fine_grid()
    {
        double[] values = Walk(60);
        SmoothingWork work = new();
        work.Load(values);
        SmoothingFit fit = SmoothingSearch.Fit(new SmoothingForm(false, TrendForm.None, SeasonForm.None), work, work, 1);

        double best = double.PositiveInfinity;
        for (double alpha = 0.001; alpha < 1; alpha += 0.001)
        {
            best = Math.Min(best, BestOverLevels(values, alpha));
        }

        double ours = Math.Exp(fit.Cost / values.Length);
        Assert.InRange(ours / best, 0.999, 1.001);
    }

    [Fact]
    public void A_straight_line_is_continued_by_every_form_with_a_trend()
    {
        double[] line = [.. Enumerable.Range(0, 30).Select(t => 20 + (3.0 * t))];
        EtsSearch search = new();
        double[] points = new double[4];

        search.Best(line, 1).Forecast(line.Length, points);

        Assert.All(points.Select((point, step) => (point, step)), pair => Assert.Equal(20 + (3.0 * (30 + pair.step)), pair.point, 0.05));
    }

    [Fact]
    public void A_season_that_multiplies_is_found_by_a_form_that_multiplies()
    {
        double[] season = [0.5, 1, 1.6, 0.9];
        Random random = new(3);
        double[] values = [.. Enumerable.Range(0, 60).Select(t => (100 + (5 * t)) * season[t % 4] * (1 + (0.02 * (random.NextDouble() - 0.5))))];

        Assert.Equal(SeasonForm.Multiplied, new EtsSearch().Best(values, 4).Form.Season);
    }

    [Fact]
    public void The_growing_line_is_that_of_least_squares()
    {
        double[] values = Walk(25);
        GrowingLine line = default;
        foreach (double value in values)
        {
            line.Add(value);
        }

        (double intercept, double slope) = MathNet.Numerics.LinearRegression.SimpleRegression.Fit([.. Enumerable.Range(1, 25).Select(t => (double)t)], values);
        Assert.Equal(slope, line.Slope, 9);
        Assert.Equal(intercept, line.Intercept, 9);
    }

    [Fact]
    public void Autoregressions_find_a_process_of_second_order()
    {
        Random random = new(5);
        double[] values = new double[600];
        for (int t = 2; t < values.Length; t++)
        {
            values[t] = (1.2 * values[t - 1]) - (0.5 * values[t - 2]) + random.NextDouble() - 0.5;
        }

        double[] points = new double[2];
        AveragedAutoregression.Continue(values, 12, points);

        double first = (1.2 * values[^1]) - (0.5 * values[^2]);
        Assert.Equal(first, points[0], 0.1);
        Assert.Equal((1.2 * first) - (0.5 * values[^1]), points[1], 0.2);
    }

    [Fact]
    public void Factors_of_a_pure_season_are_found_exactly()
    {
        double[] season = [0.7, 1.1, 1.3, 0.9];
        double[] values = [.. Enumerable.Range(0, 24).Select(t => 50 * season[t % 4])];

        Assert.All(SeasonalIndices.Factors(values, 4).Zip(season), pair => Assert.Equal(pair.Second, pair.First, 9));
        Assert.All(SeasonalAdjustment.Of(values, 4).Adjusted, value => Assert.Equal(SeasonalAdjustment.Of(values, 4).Adjusted[0], value, 9));
        Assert.True(SeasonalTest.IsSeasonal(values, 4));
    }

    [Fact]
    public void A_season_of_noise_is_shrunk_to_little()
    {
        Random random = new(17);
        double[] noise = [.. Enumerable.Range(0, 72).Select(_ => 100 + random.NextDouble())];
        double[] flat = [.. Enumerable.Repeat(100.5, 12)];

        SeasonalAdjustment.Of(noise, 12).Restore(flat);

        Assert.All(flat, value => Assert.InRange(value, 100.1, 100.9));
    }

    // Squared errors are a parabola of the first level: three of them give its vertex.
    private static double BestOverLevels(double[] values, double alpha)
    {
        double at = Squares(values, alpha, 0);
        double up = Squares(values, alpha, 1);
        double down = Squares(values, alpha, -1);
        double vertex = 0.5 * (down - up) / (up + down - (2 * at));
        return Squares(values, alpha, vertex);
    }

    private static double Squares(double[] values, double alpha, double level)
    {
        double sum = 0;
        foreach (double value in values)
        {
            sum += (value - level) * (value - level);
            level += alpha * (value - level);
        }

        return sum;
    }

    private static double[] Walk(int count)
    {
        Random random = new(23);
        double level = 50;
        return [.. Enumerable.Range(0, count).Select(_ => (level += random.NextDouble() - 0.5) + (2 * random.NextDouble()))];
    }
}
