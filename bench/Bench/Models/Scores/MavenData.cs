using ProdSales.Learning.Data;
using ProdSales.Learning.Selection;

namespace ProdSales.Bench.Models.Scores;

/// <summary>Maven's CRM sales opportunities.</summary>
internal static class MavenData
{
    internal static readonly string[] Files =
        ["crm_sales_opportunities/sales_pipeline.csv", "crm_sales_opportunities/accounts.csv", "crm_sales_opportunities/sales_teams.csv", "crm_sales_opportunities/products.csv"];

    private const string Deals =
        """
        WITH deal AS (
            SELECT p.opportunity_id, p.sales_agent, REPLACE(p.product, 'GTXPro', 'GTX Pro') AS product, p.account, p.deal_stage,
                p.engage_date::DATE AS engage_date, p.close_date::DATE AS close_date, p.close_value::DOUBLE AS close_value
            FROM read_csv($1, all_varchar = true) AS p),
        known AS (
            SELECT d.*, t.manager, t.regional_office, a.sector, a.year_established, a.revenue, a.employees, a.office_location, r.series, r.sales_price::DOUBLE AS sales_price
            FROM deal AS d
            LEFT JOIN read_csv($2, all_varchar = true) AS a USING (account)
            LEFT JOIN read_csv($3, all_varchar = true) AS t USING (sales_agent)
            LEFT JOIN read_csv($4, all_varchar = true) AS r USING (product))
        """;

    private static string[] Paths(DataFolder data) => [.. Files.Select(data.PathOf)];

    /// <summary>Closed deals with everything that the files say of them.</summary>
    internal static Table Closed(DataFolder data) => QueryTable.Of(
        $"{Deals} SELECT *, deal_stage = 'Won' AS label, close_date - engage_date AS duration FROM known WHERE deal_stage IN ('Won', 'Lost') ORDER BY opportunity_id",
        Paths(data));

    /// <summary>Open deals on Mondays with what was known then, and whether they were won within 30 days.</summary>
    internal static LearnData Landmarks(DataFolder data)
    {
        Table table = QueryTable.Of(
            $"""
            {Deals},
            closed AS (SELECT *, deal_stage = 'Won' AS won FROM known WHERE deal_stage IN ('Won', 'Lost')),
            monday AS (SELECT day::DATE AS day FROM generate_series(DATE '2017-03-06', DATE '2017-12-18', INTERVAL 7 DAY) AS g(day)),
            agent AS (SELECT m.day, c.sales_agent, COUNT(*) AS agent_closed, SUM(won::INT) AS agent_won FROM monday AS m JOIN closed AS c ON c.close_date < m.day GROUP BY ALL),
            item AS (SELECT m.day, c.product, COUNT(*) AS product_closed, SUM(won::INT) AS product_won FROM monday AS m JOIN closed AS c ON c.close_date < m.day GROUP BY ALL),
            client AS (SELECT m.day, c.account, COUNT(*) AS account_closed, SUM(won::INT) AS account_won FROM monday AS m JOIN closed AS c ON c.close_date < m.day GROUP BY ALL)
            SELECT m.day AS as_of, d.opportunity_id,
                m.day - d.engage_date AS age,
                (DATE_TRUNC('quarter', m.day) + INTERVAL 3 MONTH)::DATE - m.day AS days_to_quarter_end,
                (agent_won + 3) / (agent_closed + 5) AS agent_win_rate,
                (product_won + 3) / (product_closed + 5) AS product_win_rate,
                (account_won + 3) / (account_closed + 5) AS account_win_rate,
                COALESCE(d.deal_stage = 'Won' AND d.close_date < m.day + 30, false) AS label
            FROM monday AS m
            JOIN known AS d ON d.engage_date < m.day AND (d.close_date IS NULL OR d.close_date >= m.day)
            LEFT JOIN agent AS a ON a.day = m.day AND a.sales_agent = d.sales_agent
            LEFT JOIN item AS i ON i.day = m.day AND i.product = d.product
            LEFT JOIN client AS c ON c.day = m.day AND c.account = d.account
            ORDER BY as_of, opportunity_id
            """,
            Paths(data));
        string?[] groups = [.. Enumerable.Range(0, table.RowCount).Select(table.Column("opportunity_id").TextOf)];
        return new LearnData(table.Without(["label", "as_of", "opportunity_id"]), QueryTable.Labels(table, "label"), table.Column("as_of").Values.ToArray(), groups);
    }

    /// <summary>A day as tables count them.</summary>
    internal static double Day(int year, int month, int day) => (new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Utc) - DateTime.UnixEpoch).TotalDays;
}
