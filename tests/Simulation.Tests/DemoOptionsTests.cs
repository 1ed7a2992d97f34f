namespace ProdSales.Simulation.Tests;

public sealed class DemoOptionsTests
{
    [Fact]
    public void Every_fault_is_told_at_once_with_the_value_and_what_is_allowed() => Assert.Equal(
        ["years 0 must lie between 1 and 10.", "scale -1 must be above 0 and at most 1000.", "last day 1999-01-01 must lie between 2012-01-01 and 2047-12-31."],
        new DemoOptions { Years = 0, Scale = -1, LastDay = new DateOnly(1999, 1, 1) }.Faults());

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(0)]
    [InlineData(1001)]
    [InlineData(double.PositiveInfinity)]
    public void A_scale_that_is_no_size_is_a_fault(double scale) => Assert.Single(new DemoOptions { Scale = scale }.Faults());

    [Fact]
    public void A_company_is_not_made_from_faulty_options() =>
        Assert.Throws<ArgumentException>(() => new DemoCompany(new DemoOptions { Years = 11 }));

    [Fact]
    public void Three_years_begin_on_the_day_after_the_last_day_three_years_ago() =>
        Assert.Equal(new DateOnly(2023, 11, 1), new DemoOptions().FirstDay);

    [Theory]
    [InlineData(2026, 10, 15)]
    [InlineData(2024, 2, 28)]
    [InlineData(2047, 12, 31)]
    public void A_company_may_end_on_any_day(int year, int month, int day)
    {
        DemoOptions options = new() { LastDay = new DateOnly(year, month, day), Years = 1, Scale = 0.002 };

        Assert.NotEmpty(new DemoCompany(options).Rows());
    }
}
