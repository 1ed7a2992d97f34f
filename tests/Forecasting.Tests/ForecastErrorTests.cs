using ProdSales.Forecasting.Accuracy;

namespace ProdSales.Forecasting.Tests;

public sealed class ForecastErrorTests
{
    [Fact]
    public void Errors_equal_those_worked_out_by_hand()
    {
        // |10-8|/18 and |20-30|/50, times 200, averaged; 2 and 10 averaged over a mean change of 3.
        Assert.Equal(((200 * 2 / 18.0) + (200 * 10 / 50.0)) / 2, ForecastError.Smape([10, 20], [8, 30]), 12);
        Assert.Equal(6.0 / 3, ForecastError.Mase([10, 20], [8, 30], [1, 3, 7], 1), 12);
    }

    [Fact]
    public void A_missing_actual_is_left_out_and_not_zero() => Assert.Equal(2, ForecastError.MeanAbsolute([10, double.NaN], [8, 30]), 12);
}
