namespace ProdSales.Bench.Drill;

/// <summary>One drill-down, as GraphQL and as the best SQL that we can write by hand.</summary>
/// <param name="What">What is asked.</param>
/// <param name="GraphQL">The question.</param>
/// <param name="Sql">The SQL of the finest level; its last column is the revenue.</param>
internal sealed record DrillQuestion(string What, string GraphQL, string Sql)
{
    private const string Year = """period: { from: "2024-01-01", to: "2024-12-31" }""";
    private const string AllYears = """period: { from: "2023-01-01", to: "2025-12-31" }""";

    /// <summary>The questions that a CEO asks first.</summary>
    internal static readonly DrillQuestion[] All =
    [
        new(
            "region, product line, one year",
            $$"""{ sales({{Year}}) { byRegion { region revenue grossMarginRate byProductLine { productLine revenue grossMarginRate } } } }""",
            """
            SELECT r.region, p.product_line, sum(f.net_amount - f.cost_amount) / sum(f.net_amount), sum(f.net_amount)
            FROM fact_sales_order_line AS f JOIN dim_region AS r USING (region_key) JOIN dim_product AS p USING (product_key)
            WHERE f.ordered_date BETWEEN DATE '2024-01-01' AND DATE '2024-12-31' AND f.is_cancelled IS NOT TRUE
            GROUP BY r.region, p.product_line ORDER BY r.region, p.product_line
            """),
        new(
            "one region by month, three years",
            $$"""{ sales({{AllYears}}, where: { region: { eq: "region 7" } }) { overTime(grain: MONTH) { period revenue } } }""",
            """
            SELECT d.month_start, sum(t.revenue)
            FROM (
                SELECT f.ordered_date, sum(f.net_amount) AS revenue
                FROM fact_sales_order_line AS f JOIN dim_region AS r USING (region_key)
                WHERE r.region = 'region 7' AND f.ordered_date BETWEEN DATE '2023-01-01' AND DATE '2025-12-31' AND f.is_cancelled IS NOT TRUE
                GROUP BY f.ordered_date) AS t
            JOIN dim_date AS d ON d.date = t.ordered_date
            GROUP BY d.month_start ORDER BY 1
            """),
        new(
            "twenty largest customers, one year",
            $$"""{ sales({{Year}}) { byCustomer(orderBy: { revenue: DESC }, first: 20) { customer revenue } } }""",
            """
            SELECT any_value(c.name), sum(t.revenue)
            FROM (
                SELECT f.customer_key, sum(f.net_amount) AS revenue
                FROM fact_sales_order_line AS f
                WHERE f.ordered_date BETWEEN DATE '2024-01-01' AND DATE '2024-12-31' AND f.is_cancelled IS NOT TRUE
                GROUP BY f.customer_key) AS t
            JOIN dim_customer AS c USING (customer_key)
            GROUP BY c.customer_durable_key ORDER BY 2 DESC LIMIT 20
            """),
        new(
            "region, product line, all years",
            $$"""{ sales({{AllYears}}) { byRegion { region revenue byProductLine { productLine revenue } } } }""",
            """
            SELECT r.region, p.product_line, t.revenue
            FROM (
                SELECT f.region_key, p.product_line, sum(f.net_amount) AS revenue
                FROM fact_sales_order_line AS f JOIN dim_product AS p USING (product_key)
                WHERE f.ordered_date BETWEEN DATE '2023-01-01' AND DATE '2025-12-31' AND f.is_cancelled IS NOT TRUE
                GROUP BY f.region_key, p.product_line) AS t
            JOIN dim_region AS r USING (region_key) JOIN (SELECT DISTINCT product_line FROM dim_product) AS p USING (product_line)
            ORDER BY 1, 2
            """),
        new(
            "region, product line, quarter, all years",
            $$"""{ sales({{AllYears}}) { byRegion { region revenue byProductLine { productLine revenue overTime(grain: QUARTER) { period revenue } } } } }""",
            """
            SELECT r.region, t.product_line, t.quarter, t.revenue
            FROM (
                SELECT f.region_key, p.product_line, d.quarter_start AS quarter, sum(f.net_amount) AS revenue
                FROM fact_sales_order_line AS f JOIN dim_product AS p USING (product_key) JOIN dim_date AS d ON d.date = f.ordered_date
                WHERE f.ordered_date BETWEEN DATE '2023-01-01' AND DATE '2025-12-31' AND f.is_cancelled IS NOT TRUE
                GROUP BY f.region_key, p.product_line, d.quarter_start) AS t
            JOIN dim_region AS r USING (region_key)
            ORDER BY 1, 2, 3
            """),
    ];
}
