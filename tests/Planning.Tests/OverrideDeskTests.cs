using ProdSales.Planning.Definition;
using ProdSales.Planning.Overriding;
using ProdSales.Planning.Running;
using ProdSales.Plants;

namespace ProdSales.Planning.Tests;

/// <summary>What planners say stands beside what is forecast, whole, with who said it and why.</summary>
public sealed class OverrideDeskTests(PlannedCompany company) : IClassFixture<PlannedCompany>
{
    private const string Word = "SELECT CAST(sum(quantity) AS DOUBLE), count(*), string_agg(DISTINCT made_by, ','), string_agg(DISTINCT reason, ',') FROM fact_forecast WHERE measure = 'orders' AND method = 'override'";

    [Fact]
    public void An_override_is_loaded_whole_and_the_last_word_of_a_cell_counts()
    {
        DemoStar star = company.Whole;
        new PlanningRun(star.Database, star.Clock).Plan(PlannedCatalogue.Find("orders")!, new DateOnly(2026, 10, 31), CancellationToken.None);
        string[] before = star.Query("SELECT source_id, quantity FROM fact_forecast WHERE measure = 'orders' AND method = 'statistical' ORDER BY ALL");
        OverrideDesk desk = new(star.Database, star.Clock);
        OverrideRequest request = new() { Measure = "orders", Period = new DateOnly(2026, 12, 24), Value = 100.01m, MadeBy = "wang", Reason = "a tender" };

        OverrideResult first = desk.Keep(request, CancellationToken.None);
        OverrideResult second = desk.Keep(request with { Region = "华东", Value = 7, MadeBy = "li", Reason = "it was lost" }, CancellationToken.None);

        Assert.Equal((null, null), (first.Refusal, second.Refusal));
        Assert.Equal([$"107.01|{first.Series + 1}|li,wang|a tender,it was lost"], star.Query(Word).Select(row => string.Join('|', row.Split('|').Select(cell => string.Join(',', cell.Split(',').Order(StringComparer.Ordinal))))));
        Assert.Equal(["7"], star.Query("SELECT CAST(value AS INTEGER) FROM forecast_word AS f INNER JOIN dim_region AS g USING (region_key) WHERE measure = 'orders' AND method = 'override' AND period_start = '2026-12-01' AND g.region = '华东'"));
        Assert.Equal(before, star.Query("SELECT source_id, quantity FROM fact_forecast WHERE measure = 'orders' AND method = 'statistical' ORDER BY ALL"));
    }
}
