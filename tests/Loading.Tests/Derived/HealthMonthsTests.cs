using ProdSales.Feeds;

namespace ProdSales.Loading.Tests.Derived;

/// <summary>Customer health follows from the rows that came, not from when they came or with what.</summary>
public sealed class HealthMonthsTests
{
    [Fact]
    public void Every_month_since_the_first_fact_has_its_health()
    {
        using TestWarehouse warehouse = new();
        warehouse.Load(Some.Customer("C1"), Answer("Q1", new DateOnly(2023, 5, 2)), Answer("Q2", new DateOnly(2026, 3, 11)));

        Assert.Equal(
            ["2023-05-01", "2024-04-01", "2026-03-01"],
            warehouse.Query("SELECT month FROM fact_customer_health WHERE csat IS NOT NULL AND month IN (DATE '2023-05-01', DATE '2024-04-01', DATE '2024-05-01', DATE '2026-03-01') ORDER BY month"));
    }

    [Fact]
    public void A_contract_older_than_any_fact_makes_no_month() => AssertSameByAnyBatches(
        "2026-03-01",
        [Some.Customer("C1"), Contract(new DateOnly(2025, 1, 1))],
        [Answer("Q1", new DateOnly(2026, 3, 11))]);

    [Fact]
    public void A_month_that_ends_without_rows_is_judged_on_its_last_day_once_there_are_later_ones() => AssertSameByAnyBatches(
        "2026-03-01",
        [Some.Customer("C1"), Some.Line("1", day: new DateOnly(2026, 3, 10)), Answer("Q0", new DateOnly(2026, 3, 9))],
        [Answer("Q1", new DateOnly(2026, 4, 5))]);

    [Fact]
    public void A_row_that_moves_to_a_later_month_leaves_the_old_one() => AssertSameByAnyBatches(
        "2026-01-01",
        [Some.Customer("C1"), Answer("Q0", new DateOnly(2026, 1, 5)), Answer("Q1", new DateOnly(2026, 2, 3)) with { Csat = 1 }],
        [Answer("Q1", new DateOnly(2026, 4, 3)) with { Version = 2 }]);

    [Fact]
    public void The_first_delivery_judges_promises_of_all_months() => AssertSameByAnyBatches(
        "2026-01-01",
        [Some.Customer("C1"), Some.Schedule("S1", 10m, new DateOnly(2026, 1, 10)) with { CustomerId = "C1" }, Answer("Q1", new DateOnly(2026, 1, 20))],
        [Some.Delivery("D1", "S1", 1m, new DateOnly(2026, 3, 2))]);

    [Fact]
    public void A_contract_that_is_corrected_to_begin_later_leaves_the_months_before() => AssertSameByAnyBatches(
        "2026-01-01",
        [Some.Customer("C1"), Contract(new DateOnly(2026, 1, 1)), Answer("Q1", new DateOnly(2026, 1, 20)), Some.Line("1", day: new DateOnly(2026, 4, 10))],
        [Contract(new DateOnly(2026, 3, 1)) with { Version = 2 }]);

    [Fact]
    public void A_customer_whose_region_is_told_later_has_it_in_all_months_of_that_version() => AssertSameByAnyBatches(
        "2026-01-01",
        [Answer("Q1", new DateOnly(2026, 1, 20)), Some.Line("1", day: new DateOnly(2026, 4, 10))],
        [Some.Customer("C1", region: "East")]);

    private static void AssertSameByAnyBatches(string firstMonth, params FeedRow[][] batches)
    {
        using TestWarehouse atOnce = new();
        atOnce.Load([.. batches.SelectMany(rows => rows)]);
        using TestWarehouse inTurn = new();
        foreach (FeedRow[] rows in batches)
        {
            inTurn.Load(rows);
        }

        const string Content = """
            SELECT h.* EXCLUDE (customer_key, region_key, batch_id), c.customer_id, g.region
            FROM fact_customer_health AS h JOIN dim_customer AS c USING (customer_key) JOIN dim_region AS g USING (region_key) ORDER BY ALL
            """;
        Assert.Equal(firstMonth, atOnce.Value("SELECT min(month) FROM fact_customer_health"));
        Assert.Equal(atOnce.Query(Content), inTurn.Query(Content));
    }

    private static Survey Answer(string id, DateOnly day) => new() { SourceSystem = "erp", SourceId = id, AnsweredDate = day, CustomerId = "C1", Csat = 4 };

    private static Contract Contract(DateOnly start) =>
        new() { SourceSystem = "erp", SourceId = "K1", CustomerId = "C1", EffectiveDate = new DateOnly(2025, 1, 1), StartDate = start, EndDate = new DateOnly(2026, 6, 30) };
}
