using ProdSales.Loading.Reports;

namespace ProdSales.Loading.Tests.Dimensions;

public sealed class HistoryTests
{
    private const string Versions =
        "SELECT customer_key, tier, valid_from, valid_to, CAST(is_current AS VARCHAR) FROM dim_customer WHERE customer_key > 0 ORDER BY valid_from";

    private static readonly DateOnly January = new(2026, 1, 1);
    private static readonly DateOnly March = new(2026, 3, 1);
    private static readonly DateOnly May = new(2026, 5, 1);

    [Fact]
    public void The_first_version_reaches_back_to_the_beginning()
    {
        using TestWarehouse warehouse = new();
        warehouse.Load(Some.Customer("C1", tier: "A", from: March));
        Assert.Equal(["1|A|0001-01-01|9999-12-31|true"], warehouse.Query(Versions));
    }

    [Fact]
    public void A_change_closes_one_version_and_opens_the_next()
    {
        using TestWarehouse warehouse = new();
        warehouse.Load(Some.Customer("C1", tier: "A"));
        warehouse.Load(Some.Customer("C1", tier: "B", version: 2, from: March));
        Assert.Equal(["1|A|0001-01-01|2026-03-01|false", "2|B|2026-03-01|9999-12-31|true"], warehouse.Query(Versions));
        Assert.Equal("1", warehouse.Value("SELECT count(DISTINCT customer_durable_key) FROM dim_customer WHERE customer_key > 0"));
    }

    [Fact]
    public void An_undated_change_is_valid_from_the_day_of_the_batch()
    {
        using TestWarehouse warehouse = new();
        warehouse.Load(Some.Customer("C1", tier: "A"));
        warehouse.Clock.Advance(TimeSpan.FromDays(3));
        warehouse.Load(Some.Customer("C1", tier: "B", version: 2));
        Assert.Equal(["1|A|0001-01-01|2026-06-04|false", "2|B|2026-06-04|9999-12-31|true"], warehouse.Query(Versions));
    }

    [Fact]
    public void An_undated_row_older_than_all_that_is_known_speaks_from_the_beginning()
    {
        using TestWarehouse warehouse = new();
        warehouse.Load(Some.Customer("C1", tier: "C", version: 3, from: May));
        warehouse.Load(Some.Customer("C1", tier: "B", version: 2, from: March));
        warehouse.Load(Some.Customer("C1", tier: "A"), Some.Line("1", day: January));
        Assert.Equal(["A|0001-01-01|2026-03-01", "B|2026-03-01|2026-05-01", "C|2026-05-01|9999-12-31"], warehouse.Query("SELECT tier, valid_from, valid_to FROM dim_customer WHERE customer_key > 0 ORDER BY valid_from"));
        Assert.Equal("A", warehouse.Value("SELECT c.tier FROM fact_sales_order_line AS f JOIN dim_customer AS c USING (customer_key)"));
    }

    [Fact]
    public void Unchanged_attributes_make_no_new_version()
    {
        using TestWarehouse warehouse = new();
        warehouse.Load(Some.Customer("C1", tier: "A"));
        warehouse.Load(Some.Customer("C1", tier: "A", version: 2, from: March));
        Assert.Equal(["1|A|0001-01-01|9999-12-31|true"], warehouse.Query(Versions));
    }

    [Fact]
    public void A_statement_of_an_earlier_day_that_comes_late_takes_its_place()
    {
        using TestWarehouse warehouse = new();
        warehouse.Load(Some.Customer("C1", tier: "A", from: January), Some.Line("1", day: new DateOnly(2026, 4, 1)));
        warehouse.Load(Some.Customer("C1", tier: "A", version: 3, from: May));
        LoadReport late = warehouse.Load(Some.Customer("C1", tier: "B", version: 2, from: March));

        Assert.Equal(
            ["1|A|0001-01-01|2026-03-01|false", "2|B|2026-03-01|2026-05-01|false", "3|A|2026-05-01|9999-12-31|true"],
            warehouse.Query(Versions));
        Assert.Equal("2", warehouse.Value("SELECT customer_key FROM fact_sales_order_line"));
        Assert.Contains("fact_sales_order_line", late.ChangedTables);
    }

    [Fact]
    public void A_correction_of_the_same_day_changes_the_version_in_place()
    {
        using TestWarehouse warehouse = new();
        warehouse.Load(Some.Customer("C1", tier: "A", from: January));
        FeedReport report = warehouse.Load(Some.Customer("C1", tier: "B", version: 2, from: January)).Feeds.Single();
        Assert.Equal(1, report.RowsReplaced);
        Assert.Equal(["1|B|0001-01-01|9999-12-31|true"], warehouse.Query(Versions));
    }

    [Fact]
    public void A_fact_finds_the_version_of_its_day()
    {
        using TestWarehouse warehouse = new();
        warehouse.Load(
            Some.Customer("C1", tier: "A", from: January),
            Some.Customer("C1", tier: "B", version: 2, from: March),
            Some.Line("before", day: new DateOnly(2026, 2, 28)),
            Some.Line("on", day: March));
        Assert.Equal(
            ["before|A", "on|B"],
            warehouse.Query("SELECT f.source_id, c.tier FROM fact_sales_order_line AS f JOIN dim_customer AS c USING (customer_key) ORDER BY 1"));
    }

    [Fact]
    public void An_unknown_customer_becomes_an_inferred_member_that_its_row_fills_in_later()
    {
        using TestWarehouse warehouse = new();
        FeedReport report = warehouse.Load(Some.Line("1"), Some.Line("2")).Feeds.Single();
        Assert.Equal(2, report.MembersInferred);
        Assert.Equal("1|C1|-|true", warehouse.Value("SELECT customer_key, customer_id, name, CAST(is_inferred AS VARCHAR) FROM dim_customer WHERE customer_key > 0"));

        warehouse.Load(Some.Customer("C1", region: "华东"));
        Assert.Equal("1|Customer C1|false", warehouse.Value("SELECT customer_key, name, CAST(is_inferred AS VARCHAR) FROM dim_customer WHERE customer_key > 0"));
        Assert.Equal(
            ["华东", "华东"],
            warehouse.Query("SELECT g.region FROM fact_sales_order_line JOIN dim_customer USING (customer_key) JOIN dim_region AS g USING (region_key)"));
    }

    [Fact]
    public void A_row_without_a_customer_points_to_the_unknown_member()
    {
        using TestWarehouse warehouse = new();
        warehouse.Load(Some.Line("1", customer: null));
        Assert.Equal("0|0", warehouse.Value("SELECT customer_key, owner_key FROM fact_sales_order_line"));
    }

    [Fact]
    public void A_master_points_to_masters_by_durable_key()
    {
        using TestWarehouse warehouse = new();
        warehouse.Load(Some.Customer("C1", owner: "E7"));
        warehouse.Load(Some.Employee("E7"));
        Assert.Equal("Employee E7", warehouse.Value(
            "SELECT e.name FROM dim_customer AS c JOIN dim_employee AS e ON e.employee_durable_key = c.owner_durable_key AND e.is_current WHERE c.customer_id = 'C1'"));
    }

    [Fact]
    public void A_region_is_the_rows_own_or_else_that_of_its_customer_or_owner()
    {
        using TestWarehouse warehouse = new();
        warehouse.Load(
            Some.Customer("C1", region: "East"),
            Some.Customer("C2"),
            Some.Employee("E1", region: "North"),
            Some.Line("own", region: "South"),
            Some.Line("customer"),
            Some.Line("owner", customer: "C2") with { OwnerId = "E1" },
            Some.Line("none", customer: null));
        Assert.Equal(
            ["customer|East", "none|-", "own|South", "owner|North"],
            warehouse.Query("SELECT f.source_id, g.region FROM fact_sales_order_line AS f JOIN dim_region AS g USING (region_key) ORDER BY 1"));
    }

    [Fact]
    public void Rows_about_one_day_of_a_member_that_differ_are_refused()
    {
        using TestWarehouse warehouse = new();
        FeedReport report = warehouse.Load(Some.Customer("C1", tier: "A"), Some.Customer("C1", tier: "B"), Some.Customer("C2")).Feeds.Single();
        Assert.Equal((1L, 2L), (report.RowsInserted, report.RowsQuarantined));
        Assert.Equal("true", warehouse.Value("SELECT CAST(is_inferred AS VARCHAR) FROM dim_customer WHERE customer_id = 'C1'"));
    }
}
