using ProdSales.Planning.Definition;
using ProdSales.Planning.Frames;
using ProdSales.Planning.Running;
using ProdSales.Plants;
using ProdSales.Warehouse.Reading;

namespace ProdSales.Planning.Tests;

/// <summary>What is forecast from an origin follows from what was known then, is kept, and is never written over.</summary>
public sealed class PlanningRunTests(PlannedCompany company) : IClassFixture<PlannedCompany>
{
    public static TheoryData<string> Names => [.. PlannedCatalogue.All.Select(series => series.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Series_of_an_origin_are_the_same_bytes_then_and_later(string name)
    {
        PlannedFrame then = Read(company.Then, name), later = Read(company.Whole, name);

        Assert.True(then.Leaves.Count > 2, $"{then.Leaves.Count} series");
        Assert.Equal(then.Digest(), later.Digest());
    }

    [Fact]
    public void Series_hold_the_revenue_of_whole_months_and_no_other()
    {
        PlannedFrame frame = Read(company.Whole, "revenue");
        string[] byHand = company.Whole.Query(
            "SELECT CAST(sum(net_amount) AS DOUBLE) FROM fact_sales_order_line WHERE is_cancelled IS NOT TRUE AND ordered_date BETWEEN '2023-11-01' AND '2026-06-30'");

        Assert.Equal(double.Parse(byHand[0], System.Globalization.CultureInfo.InvariantCulture), frame.Values.Sum(values => values.Sum()), 2);
        Assert.Equal(new DateOnly(2023, 11, 1), frame.Periods[0].First);
        Assert.Equal(PlannedCompany.Day, frame.Periods[^1].Last);
    }

    [Fact]
    public void Forecasts_of_an_origin_are_loaded_once_and_stay_as_they_were()
    {
        PlanningRun run = new(company.Whole.Database, company.Whole.Clock);
        PlanningResult first = run.Plan(PlannedCatalogue.Find("tickets")!, PlannedCompany.Day, CancellationToken.None);
        string[] before = company.Whole.Query("SELECT source_id, quantity, quantity_p10, quantity_p90 FROM fact_forecast WHERE measure = 'tickets' ORDER BY ALL");
        PlanningResult again = run.Plan(PlannedCatalogue.Find("tickets")!, PlannedCompany.Day, CancellationToken.None);

        Assert.Equal((PlanningOutcome.Loaded, PlanningOutcome.AlreadyThere), (first.Outcome, again.Outcome));
        Assert.Equal(first.Leaves * 6 * 2, before.Length);
        Assert.Equal(before, company.Whole.Query("SELECT source_id, quantity, quantity_p10, quantity_p90 FROM fact_forecast WHERE measure = 'tickets' ORDER BY ALL"));
        Assert.Equal(["0"], company.Whole.Query("SELECT count(*) FROM fact_forecast WHERE measure = 'tickets' AND (quantity < quantity_p10 OR quantity > quantity_p90 OR quantity < 0)"));
        Assert.Equal(["2026-07-01|2026-12-31"], company.Whole.Query("SELECT strftime(min(period_start), '%Y-%m-%d'), strftime(max(period_end), '%Y-%m-%d') FROM fact_forecast WHERE measure = 'tickets'"));
    }

    [Fact]
    public void Before_half_a_year_is_known_nothing_is_forecast()
    {
        PlanningResult result = new PlanningRun(company.Whole.Database, company.Whole.Clock).Plan(PlannedCatalogue.Find("revenue")!, new DateOnly(2024, 3, 31), CancellationToken.None);

        Assert.Equal(PlanningOutcome.TooShort, result.Outcome);
        Assert.Equal(0, result.Rows);
    }

    private static PlannedFrame Read(DemoStar star, string name)
    {
        using ReaderLease lease = star.Database.Readers.Lease();
        return PlannedFrameReader.Read(lease.Connection, PlannedCatalogue.Find(name)!, PlannedCompany.Day, CancellationToken.None);
    }
}
