using ProdSales.Semantics;
using ProdSales.Warehouse.Reading;

namespace ProdSales.SemanticsTests.Crossing;

/// <summary>Forecast error against production attainment, month by month.</summary>
public sealed class ForecastCrossTests(PlannedCompany company) : IClassFixture<PlannedCompany>
{
    private static readonly SemanticModel Model = ModelReader.Shipped;

    [Fact]
    public void What_follows_a_month_later_is_found_at_that_lag_to_the_last_cell()
    {
        CrossAnswer answer = Answer("A", lag: 1);

        Assert.Equal(23, answer.Cells.Count);
        Assert.All(answer.Cells, cell => Assert.Equal(1 - cell.X, cell.Y, 9));
        Assert.Equal(-1, answer.Within!.Correlation!.Value, 9);
        Assert.Equal(CrossVerdict.Falling, answer.Verdict);
    }

    [Fact]
    public void At_another_lag_and_on_another_line_there_is_nothing()
    {
        Assert.Equal(CrossVerdict.NoRelation, Answer("A", lag: 0).Verdict);
        Assert.Equal(CrossVerdict.NoRelation, Answer("B", lag: 1).Verdict);
    }

    [Fact]
    public void The_forecasts_of_a_method_that_nobody_made_leave_no_cell() =>
        Assert.Equal(CrossVerdict.TooFewCells, Answer("A", lag: 1, new MemberFilter(Model.Dimension("forecast_method")!, false, false, ["naive"])).Verdict);

    private CrossAnswer Answer(string line, int lag, params ReadOnlySpan<MemberFilter> others)
    {
        using ReaderLease lease = company.Database.Readers.Lease();
        return Crosser.Answer(
            Model,
            new CrossRequest
            {
                Cross = Model.Crosses.Single(cross => cross.Name == "forecast_and_attainment"),
                Period = new Period(new DateOnly(2023, 1, 1), new DateOnly(2024, 12, 31)),
                AsOf = new DateOnly(2025, 7, 1),
                Lag = lag,
                Filters = [new MemberFilter(Model.Dimension("product_line")!, false, false, [line]), .. others],
            },
            lease.Connection).Answer!;
    }
}
