using ProdSales.Feeds;

namespace ProdSales.Loading.Tests.Derived;

public sealed class CustomerHealthTests
{
    [Fact]
    public void Each_component_follows_from_the_facts_up_to_the_month()
    {
        using TestWarehouse warehouse = new();
        warehouse.Load(
            Some.Customer("C1", region: "East"),
            Promise("S1", new DateOnly(2026, 2, 10)),
            Promise("S2", new DateOnly(2026, 3, 10)),
            Some.Delivery("D1", "S1", 10m, new DateOnly(2026, 2, 9)),
            new Ticket { SourceSystem = "erp", SourceId = "T1", CreatedDate = new DateOnly(2026, 3, 1), CustomerId = "C1", Status = "open" },
            new Survey { SourceSystem = "erp", SourceId = "Q1", AnsweredDate = new DateOnly(2026, 3, 5), CustomerId = "C1", Csat = 4 },
            new Survey { SourceSystem = "erp", SourceId = "Q2", AnsweredDate = new DateOnly(2026, 3, 11), CustomerId = "C1" });

        Assert.Equal(
            ["2026-02-01|1|-|-", "2026-03-01|0.5|10|4"],
            warehouse.Query("SELECT month, otd_rate, open_ticket_days, csat FROM fact_customer_health ORDER BY month"));
        Assert.Equal("East", warehouse.Value("SELECT DISTINCT region FROM fact_customer_health JOIN dim_region USING (region_key)"));
    }

    [Fact]
    public void The_score_is_the_weighted_mean_of_what_is_known()
    {
        using TestWarehouse warehouse = new();
        warehouse.Load(
            Some.Customer("C1"),
            Promise("S1", new DateOnly(2026, 3, 1)),
            Some.Delivery("D1", "S1", 10m, new DateOnly(2026, 2, 9)),
            new Survey { SourceSystem = "erp", SourceId = "Q1", AnsweredDate = new DateOnly(2026, 3, 5), CustomerId = "C1", Csat = 3 });

        // otd 1.0 is at best 0.98: score 1, weight 0.20; csat 3 lies at (3 - 2.5) / (4.8 - 2.5), weight 0.20; all weigh 1.20
        double expected = 100 * ((0.20 * 1) + (0.20 * 0.5 / 2.3)) / 0.40;
        Assert.Equal(expected.ToString("F6", System.Globalization.CultureInfo.InvariantCulture), warehouse.Value("SELECT printf('%.6f', score) FROM fact_customer_health WHERE month = DATE '2026-03-01'"));
        Assert.Equal("0.333333", warehouse.Value("SELECT printf('%.6f', coverage) FROM fact_customer_health WHERE month = DATE '2026-03-01'"));
    }

    [Fact]
    public void Overdue_is_what_is_due_and_not_paid_by_then()
    {
        using TestWarehouse warehouse = new();
        warehouse.Load(
            Some.Customer("C1"),
            Some.Line("O1", day: new DateOnly(2026, 4, 30)),
            new Invoice { SourceSystem = "erp", SourceId = "I1", InvoiceDate = new DateOnly(2026, 3, 1), DueDate = new DateOnly(2026, 3, 31), CustomerId = "C1", Amount = 100m, Currency = "CNY" },
            new Invoice { SourceSystem = "erp", SourceId = "I2", InvoiceDate = new DateOnly(2026, 4, 1), DueDate = new DateOnly(2026, 5, 31), CustomerId = "C1", Amount = 60m, Currency = "CNY" },
            new Receipt { SourceSystem = "erp", SourceId = "R1", ReceivedDate = new DateOnly(2026, 4, 10), InvoiceId = "I1", CustomerId = "C1", Amount = 80m, Currency = "CNY" });

        Assert.Equal(
            ["2026-03-01|0.0000|0", "2026-04-01|20.0000|0.25"],
            warehouse.Query("SELECT month, overdue_amount, overdue_rate FROM fact_customer_health WHERE month <= DATE '2026-04-01' ORDER BY month"));
    }

    [Fact]
    public void A_promise_that_lies_ahead_makes_no_month()
    {
        using TestWarehouse warehouse = new();
        warehouse.Load(Some.Customer("C1"), Answer(new DateOnly(2026, 4, 30)), Promise("S1", new DateOnly(2026, 9, 1)));

        Assert.Equal("2026-04-01", warehouse.Value("SELECT max(month) FROM fact_customer_health"));
    }

    [Fact]
    public void Neither_promises_without_deliveries_nor_debts_without_receipts_are_judged()
    {
        using TestWarehouse warehouse = new();
        Invoice invoice = new() { SourceSystem = "erp", SourceId = "I1", InvoiceDate = new DateOnly(2026, 3, 1), DueDate = new DateOnly(2026, 3, 31), CustomerId = "C1", Amount = 100m, Currency = "CNY" };
        warehouse.Load(Some.Customer("C1"), Answer(new DateOnly(2026, 4, 30)), Promise("S1", new DateOnly(2026, 4, 1)), invoice);
        Assert.Equal("-|-|-", warehouse.Value("SELECT otd_rate, overdue_amount, overdue_rate FROM fact_customer_health WHERE month = DATE '2026-04-01'"));

        warehouse.Load(
            Some.Delivery("D1", "S1", 1m, new DateOnly(2026, 4, 2)),
            new Receipt { SourceSystem = "erp", SourceId = "R1", ReceivedDate = new DateOnly(2026, 4, 10), InvoiceId = "I1", CustomerId = "C1", Amount = 75m, Currency = "CNY" });

        Assert.Equal("0|25.0000|1", warehouse.Value("SELECT otd_rate, overdue_amount, overdue_rate FROM fact_customer_health WHERE month = DATE '2026-04-01'"));
    }

    [Fact]
    public void Cadence_holds_the_time_since_the_last_order_against_the_usual_gap()
    {
        using TestWarehouse warehouse = new();
        warehouse.Load(
            Some.Customer("C1"),
            Some.Line("1", day: new DateOnly(2026, 1, 1)),
            Some.Line("2", day: new DateOnly(2026, 1, 11)),
            Some.Line("3", day: new DateOnly(2026, 1, 21)),
            Some.Line("4", customer: "C2", day: new DateOnly(2026, 2, 20)));

        Assert.Equal("30|3", warehouse.Value("""
            SELECT days_since_order, cadence_ratio FROM fact_customer_health JOIN dim_customer USING (customer_key)
            WHERE customer_id = 'C1' AND month = DATE '2026-02-01'
            """));
    }

    [Fact]
    public void A_day_of_an_open_ticket_weighs_by_its_priority()
    {
        using TestWarehouse warehouse = new();
        warehouse.Load(
            Some.Customer("C1"),
            Answer(new DateOnly(2026, 3, 11)),
            new Ticket { SourceSystem = "erp", SourceId = "T1", CreatedDate = new DateOnly(2026, 3, 1), CustomerId = "C1", Status = "open", Priority = "P1" },
            new Ticket { SourceSystem = "erp", SourceId = "T2", CreatedDate = new DateOnly(2026, 3, 5), CustomerId = "C1", Status = "open", Priority = "low" },
            new Ticket { SourceSystem = "erp", SourceId = "T3", CreatedDate = new DateOnly(2026, 3, 2), ResolvedDate = new DateOnly(2026, 3, 4), CustomerId = "C1", Status = "closed", Priority = "高" });

        Assert.Equal("16|36", warehouse.Value("SELECT open_ticket_days, open_severity_days FROM fact_customer_health"));
    }

    [Fact]
    public void The_trend_of_recommendation_holds_half_a_year_against_the_one_before()
    {
        using TestWarehouse warehouse = new();
        warehouse.Load(
            Some.Customer("C1"),
            new Survey { SourceSystem = "erp", SourceId = "Q1", AnsweredDate = new DateOnly(2025, 8, 1), CustomerId = "C1", Nps = 9 },
            new Survey { SourceSystem = "erp", SourceId = "Q2", AnsweredDate = new DateOnly(2025, 9, 1), CustomerId = "C1", Nps = 7 },
            new Survey { SourceSystem = "erp", SourceId = "Q3", AnsweredDate = new DateOnly(2026, 3, 10), CustomerId = "C1", Nps = 5 },
            new Survey { SourceSystem = "erp", SourceId = "Q4", AnsweredDate = new DateOnly(2024, 3, 10), CustomerId = "C1", Nps = 1 });

        Assert.Equal(
            ["2026-02-01|-2", "2026-03-01|-3"],
            warehouse.Query("SELECT month, nps_trend FROM fact_customer_health WHERE nps_trend IS NOT NULL ORDER BY month"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_days_left_are_those_of_the_longest_contract_that_runs(bool isLater)
    {
        using TestWarehouse warehouse = new();
        FeedRow[] contracts =
        [
            new Contract { SourceSystem = "erp", SourceId = "K1", CustomerId = "C1", StartDate = new DateOnly(2025, 4, 1), EndDate = new DateOnly(2026, 2, 10) },
            new Contract { SourceSystem = "erp", SourceId = "K2", CustomerId = "C1", StartDate = new DateOnly(2026, 3, 1), EndDate = new DateOnly(2026, 3, 31) },
        ];
        FeedRow[] others = [Some.Customer("C1"), Some.Customer("C2"), Answer(new DateOnly(2026, 1, 31)), Some.Line("1", customer: "C2", day: new DateOnly(2026, 3, 11))];
        warehouse.Load(isLater ? others : [.. others, .. contracts]);
        if (isLater)
        {
            warehouse.Load(contracts);
        }

        Assert.Equal(
            ["2026-01-01|10", "2026-02-01|0", "2026-03-01|20"],
            warehouse.Query("SELECT month, contract_days_left FROM fact_customer_health JOIN dim_customer USING (customer_key) WHERE customer_id = 'C1' AND month >= DATE '2026-01-01' ORDER BY month"));
        Assert.Equal("0", warehouse.Value("SELECT count(contract_days_left) FROM fact_customer_health JOIN dim_customer USING (customer_key) WHERE customer_id = 'C2'"));
    }

    private static Survey Answer(DateOnly day) => new() { SourceSystem = "erp", SourceId = "Q9", AnsweredDate = day, CustomerId = "C1", Csat = 4 };

    private static ScheduleLine Promise(string id, DateOnly firstCommit) => Some.Schedule(id, 10m, firstCommit) with { CustomerId = "C1" };
}
