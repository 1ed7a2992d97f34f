using System.Globalization;
using ProdSales.Semantics;
using ProdSales.SemanticsTests.SmallPlant;

namespace ProdSales.SemanticsTests.Query.Comparisons;

/// <summary>A star with one order line of amount 1 a day, a fiscal year that starts in April, and the days that each comparison takes, counted by hand.</summary>
public sealed class CalendarComparisonTests : IDisposable
{
    private readonly SmallPlantFixture _plant = new();

    public CalendarComparisonTests() => _plant.Connection.Execute("""
        DELETE FROM fact_sales_order_line;
        INSERT INTO fact_sales_order_line BY NAME
        SELECT 1 AS source_key, 'L' || d.date AS source_id, 1 AS version, 1 AS batch_id, d.date AS ordered_date, 'S' || d.date AS order_id, 1 AS line_number, 0 AS customer_key,
               0 AS product_key, 0 AS owner_key, 0 AS organisation_key, 1 AS quantity, year(d.date) * 10000 + month(d.date) * 100 + day(d.date) AS net_amount, 'CNY' AS currency,
               1.0 AS exchange_rate, 0 AS region_key, 0 AS own_region_key
        FROM dim_date AS d WHERE d.date BETWEEN DATE '2022-01-01' AND DATE '2025-12-31';
        UPDATE dim_date SET fiscal_year = year(date - INTERVAL 3 MONTH), fiscal_quarter = quarter(date - INTERVAL 3 MONTH), fiscal_month = month(date - INTERVAL 3 MONTH);
        """);

    public void Dispose() => _plant.Dispose();

    // The sum of the days' numbers tells which days were taken; these are summed from first to last by hand-written SQL.
    [Theory]
    [InlineData("2025-05-01", "2025-05-31", "previous_fiscal_period", "2025-04-01", "2025-04-30")]
    [InlineData("2025-05-05", "2025-05-10", "previous_fiscal_period", "2025-04-05", "2025-04-10")]
    [InlineData("2025-05-05", "2025-06-10", "previous_fiscal_period", "2025-02-05", "2025-03-10")]
    [InlineData("2025-04-01", "2025-06-30", "previous_fiscal_period", "2025-01-01", "2025-03-31")]
    [InlineData("2025-04-01", "2025-11-15", "previous_fiscal_period", "2024-04-01", "2024-11-15")]
    [InlineData("2024-04-01", "2025-03-31", "previous_fiscal_period", "2023-04-01", "2024-03-31")]
    [InlineData("2025-03-01", "2025-04-30", "previous_fiscal_period", "2023-03-01", "2023-04-30")]
    [InlineData("2025-02-10", "2025-02-28", "same_period_last_fiscal_year", "2024-02-10", "2024-02-29")]
    [InlineData("2025-02-10", "2025-02-27", "same_period_last_fiscal_year", "2024-02-10", "2024-02-27")]
    [InlineData("2024-02-10", "2024-02-29", "same_period_last_fiscal_year", "2023-02-10", "2023-02-28")]
    public void The_days_compared_with_are_those_worked_out_by_hand(string from, string to, string name, string comparedFrom, string comparedTo)
    {
        string expected = ResultRows.Read(_plant.Connection, $"SELECT sum(net_amount) FROM fact_sales_order_line WHERE ordered_date BETWEEN '{comparedFrom}' AND '{comparedTo}'")[0][0];

        Assert.Equal([expected], Compared(name, from, to, null).Select(row => row[1]));
    }

    [Fact]
    public void A_leap_day_counts_with_the_day_before_it_and_has_no_counterpart_of_its_own()
    {
        Assert.Equal(
            ["2025-02-27 | 20240227", "2025-02-28 | 40480457", "2025-03-01 | 20240301"],
            Lines(Compared("same_period_last_year", "2025-02-27", "2025-03-01", TimeGrain.Day)));
        Assert.Equal(
            ["2024-02-28 | 20230228", "2024-02-29 | null", "2024-03-01 | 20230301"],
            Lines(Compared("same_period_last_year", "2024-02-28", "2024-03-01", TimeGrain.Day)));
        Assert.Equal(
            ["2024-02-28 | 20230228", "2024-02-29 | null", "2024-03-01 | 20230301"],
            Lines(Compared("same_period_last_fiscal_year", "2024-02-28", "2024-03-01", TimeGrain.Day)));
    }

    [Fact]
    public void Workdays_that_the_other_period_lacks_have_nothing_to_compare_with()
    {
        // September 2025 works 23 days (1 to 5, 8 to 12, 15 to 19, 22 to 26, Sunday the 28th, 29, 30), August 21: its last one, Friday the 29th with the two days behind it, is laid against Sunday the 28th.
        Assert.Equal(
            ["2025-09-26 | 20250828", "2025-09-27 | null", $"2025-09-28 | {20250829 + 20250830 + 20250831}", "2025-09-29 | null", "2025-09-30 | null"],
            Lines(Compared("same_workdays_previous_period", "2025-09-01", "2025-09-30", TimeGrain.Day)).TakeLast(5));
    }

    [Fact]
    public void A_snapshot_of_a_leap_year_is_that_of_the_last_of_the_days_that_fall_together()
    {
        _plant.Connection.Execute("""
            DELETE FROM fact_customer_health;
            INSERT INTO fact_customer_health BY NAME
            SELECT 1 AS batch_id, 1 AS coverage, d.date AS month, 0 AS customer_key, day(d.date) AS score, 0 AS overdue_amount, 0 AS region_key
            FROM dim_date AS d WHERE d.date BETWEEN DATE '2024-02-27' AND DATE '2024-03-01';
            """);
        Measure measure = ModelReader.Shipped.Subject("customer_health")!.Measure("customers")!;
        MetricQuery query = Query("customer_health", "2025-02-27", "2025-03-01", new CutRequest { Grain = TimeGrain.Day, Measures = [new MeasureRequest(measure, Comparison.SamePeriodLastYear)] });

        Assert.Equal(
            ["2025-02-27 | 1", "2025-02-28 | 1", "2025-03-01 | 1"],
            ResultRows.OfCut(_plant.Connection, query, 0, ["period", "same_period_last_year_customers"]).Select(row => string.Join(" | ", row)));
    }

    private static IEnumerable<string> Lines(IEnumerable<string[]> rows) => rows.Select(row => string.Join(" | ", row));

    private IEnumerable<string[]> Compared(string name, string from, string to, TimeGrain? grain)
    {
        Measure revenue = ModelReader.Shipped.Subject("sales")!.Measure("revenue")!;
        MeasureRequest request = new(revenue, Comparison.All.Single(known => known.Name == name));
        MetricQuery query = Query("sales", from, to, new CutRequest { Grain = grain, Measures = [new MeasureRequest(revenue), request] });
        return ResultRows.OfCut(_plant.Connection, query, 0, grain is null ? ["revenue", request.Column] : ["period", request.Column]);
    }

    private static MetricQuery Query(string subject, string from, string to, CutRequest cut) => new()
    {
        Subject = ModelReader.Shipped.Subject(subject)!,
        Period = new Period(Day(from), Day(to)),
        AsOf = Day("2030-01-01"),
        Cuts = [cut],
    };

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
