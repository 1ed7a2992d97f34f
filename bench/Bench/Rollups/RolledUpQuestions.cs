using ProdSales.Bench.Drill;

namespace ProdSales.Bench.Rollups;

/// <summary>What the first screen asks of sales and what a reader then drills into, with the best SQL over the fact that we can write by hand.</summary>
internal static class RolledUpQuestions
{
    private const string Year = """period: { from: "2024-01-01", to: "2024-12-31" }""";

    private const string Started = """period: { from: "2024-01-01", to: "2024-10-20" }""";

    private const string Figures = "revenue grossMargin grossMarginRate discountRate compare(to: SAME_PERIOD_LAST_YEAR) { revenue grossMargin grossMarginRate discountRate }";

    internal static readonly DrillQuestion[] All =
    [
        new("tiles with the year before", $$"""{ sales({{Year}}) { total { {{Figures}} } } }""", BothYears("DATE '2024-12-31'", "DATE '2023-12-31'")),
        new("tiles with the year before, up to a day", $$"""{ sales({{Started}}) { total { {{Figures}} } } }""", BothYears("DATE '2024-10-20'", "DATE '2023-10-20'")),
        new(
            "one year by month",
            $$"""{ sales({{Year}}) { overTime(grain: MONTH) { period revenue grossMarginRate discountRate } } }""",
            """
            SELECT d.month_start, sum(t.margin) / sum(t.known), 1 - sum(t.priced) / sum(t.list), sum(t.revenue)
            FROM (
                SELECT f.ordered_date, sum(f.net_amount - f.cost_amount) AS margin, sum(CASE WHEN f.cost_amount IS NOT NULL THEN f.net_amount END) AS known,
                    sum(CASE WHEN f.list_amount IS NOT NULL THEN f.net_amount END) AS priced, sum(f.list_amount) AS list, sum(f.net_amount) AS revenue
                FROM fact_sales_order_line AS f
                WHERE f.ordered_date BETWEEN DATE '2024-01-01' AND DATE '2024-12-31' AND f.is_cancelled IS NOT TRUE
                GROUP BY f.ordered_date) AS t
            JOIN dim_date AS d ON d.date = t.ordered_date
            GROUP BY d.month_start ORDER BY 1
            """),
        .. DrillQuestion.All,
    ];

    private static string BothYears(string to, string toBefore) => $"""
        WITH f AS (
            SELECT ordered_date >= DATE '2024-01-01' AS is_now, sum(net_amount) AS revenue, sum(net_amount - cost_amount) AS margin,
                sum(CASE WHEN cost_amount IS NOT NULL THEN net_amount END) AS known, sum(CASE WHEN list_amount IS NOT NULL THEN net_amount END) AS priced, sum(list_amount) AS list
            FROM fact_sales_order_line
            WHERE (ordered_date BETWEEN DATE '2024-01-01' AND {to} OR ordered_date BETWEEN DATE '2023-01-01' AND {toBefore}) AND is_cancelled IS NOT TRUE
            GROUP BY 1)
        SELECT n.revenue, n.margin, n.margin / n.known, 1 - n.priced / n.list, b.margin, b.margin / b.known, 1 - b.priced / b.list, b.revenue
        FROM f AS n CROSS JOIN f AS b WHERE n.is_now AND NOT b.is_now
        """;
}
