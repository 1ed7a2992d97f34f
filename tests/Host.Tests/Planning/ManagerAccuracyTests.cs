using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using ProdSales.Host.Tests.Running;
using ProdSales.Support;

namespace ProdSales.Host.Tests.Planning;

/// <summary>The documented question about a manager's forecasts, asked over HTTP, gives what SQL written by hand does, down to the deals.</summary>
public sealed class ManagerAccuracyTests(PlannedDemo demo) : IClassFixture<PlannedDemo>
{
    private static readonly DateOnly From = new(2026, 8, 1);
    private static readonly DateOnly To = new(2026, 10, 31);

    // Managers whose sellers have deals; the one who sold most.
    private const string Busiest = """
        SELECT m.employee_id
        FROM fact_sales_order_line AS l
        INNER JOIN dim_employee AS e ON e.employee_key = l.owner_key
        INNER JOIN dim_employee AS m ON m.employee_durable_key = e.manager_durable_key AND m.is_current
        WHERE l.ordered_date >= '2026-08-01' AND l.is_cancelled IS NOT TRUE AND l.opportunity_id IS NOT NULL
        GROUP BY ALL ORDER BY sum(l.net_amount) DESC LIMIT 1
        """;

    // Month by month, line by line and region by region: what the manager committed himself to on the last day of the month before, and what his sellers sold.
    private const string Accuracy = """
        WITH said AS (
          SELECT f.period_start, f.region_key, f.product_line, sum(f.amount) AS said, 0 AS sold
          FROM fact_forecast AS f INNER JOIN dim_employee AS e ON e.employee_key = f.employee_key
          WHERE f.method = ? AND f.measure = 'revenue' AND e.employee_id = ? AND f.origin_date = f.period_start - 1 AND f.period_start BETWEEN '2026-08-01' AND '2026-10-31'
          GROUP BY ALL
        ), sold AS (
          SELECT CAST(date_trunc('month', l.ordered_date) AS DATE) AS period_start, l.region_key, p.product_line, 0 AS said, sum(l.net_amount) AS sold
          FROM fact_sales_order_line AS l
          INNER JOIN dim_product AS p ON p.product_key = l.product_key
          INNER JOIN dim_employee AS e ON e.employee_key = l.owner_key
          INNER JOIN dim_employee AS m ON m.employee_durable_key = e.manager_durable_key AND m.is_current
          WHERE m.employee_id = ? AND l.is_cancelled IS NOT TRUE AND l.ordered_date BETWEEN '2026-08-01' AND '2026-10-31'
          GROUP BY ALL
        ), cell AS (
          SELECT period_start, region_key, product_line, sum(said) AS said, sum(sold) AS sold FROM (SELECT * FROM said UNION ALL BY NAME SELECT * FROM sold) GROUP BY ALL
        )
        SELECT CAST(sum(said) AS DOUBLE), CAST(sum(sold) AS DOUBLE), CAST(sum(abs(said - sold)) AS DOUBLE), count(*) FILTER (said <> sold) FROM cell
        """;

    private const string Deals = """
        SELECT l.opportunity_id, CAST(sum(l.net_amount) AS DOUBLE) AS amount
        FROM fact_sales_order_line AS l
        INNER JOIN dim_employee AS e ON e.employee_key = l.owner_key
        INNER JOIN dim_employee AS m ON m.employee_durable_key = e.manager_durable_key AND m.is_current
        WHERE m.employee_id = ? AND l.is_cancelled IS NOT TRUE AND l.ordered_date BETWEEN '2026-08-01' AND '2026-10-31' AND l.opportunity_id IS NOT NULL
        GROUP BY ALL ORDER BY l.opportunity_id
        """;

    [Fact]
    public async Task The_documented_question_leads_from_a_managers_error_to_his_deals()
    {
        string manager = demo.Rows(Busiest)[0][0];
        Dictionary<string, double[]> byHand = new[] { "sales", "statistical", "naive" }
            .ToDictionary(method => method, method => demo.Rows(Accuracy, method, manager, manager)[0].Select(Number).ToArray(), StringComparer.Ordinal);
        List<string[]> deals = demo.Rows(Deals, manager);
        await using ServerProcess server = await ProdSalesProgram.ServeAsync(demo.Warehouse);

        JsonElement answer = await AskAsync(server, manager);

        foreach (JsonElement method in answer.GetProperty("accuracy").GetProperty("byForecastMethod").EnumerateArray().Where(row => byHand.ContainsKey(row.GetProperty("forecastMethod").GetString()!)))
        {
            double[] expected = byHand[method.GetProperty("forecastMethod").GetString()!];
            Assert.Equal(expected[0], method.GetProperty("forecastAmount").GetDouble(), 2);
            Assert.Equal(expected[1], method.GetProperty("actualAmount").GetDouble(), 2);
            Assert.Equal(expected[2] / expected[1], method.GetProperty("wape").GetDouble(), 6);
            Assert.Equal((expected[0] - expected[1]) / expected[1], method.GetProperty("bias").GetDouble(), 6);
            Assert.Equal((byHand["naive"][2] - expected[2]) / expected[1], method.GetProperty("forecastValueAdded").GetDouble(), 6);
        }

        Assert.NotEmpty(deals);
        Assert.Equal(
            deals.Select(deal => (deal[0], Number(deal[1]))),
            answer.GetProperty("deals").GetProperty("byOpportunity").EnumerateArray().Where(row => row.GetProperty("opportunity").ValueKind is JsonValueKind.String)
                .Select(row => (row.GetProperty("opportunity").GetString()!, row.GetProperty("actualAmount").GetDouble())).OrderBy(row => row.Item1, StringComparer.Ordinal));
        HoldRows(answer.GetProperty("rows"), byHand["sales"], deals);
    }

    [Fact]
    public void Every_origin_is_kept_with_every_voice_and_asked_again_nothing_changes()
    {
        Assert.Equal(5, demo.Planned.Output.Split('\n').Count(line => line.Contains("forecasts kept", StringComparison.Ordinal)));
        Assert.Equal(
            [["consensus", "5"], ["naive", "5"], ["statistical", "5"]],
            demo.Rows("SELECT method, count(DISTINCT origin_date) FROM fact_forecast WHERE measure = 'revenue' AND method <> 'sales' GROUP BY ALL ORDER BY ALL"));
    }

    private static void HoldRows(JsonElement rows, double[] byHand, List<string[]> deals)
    {
        Assert.False(rows.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean());
        JsonElement[] nodes = [.. rows.GetProperty("edges").EnumerateArray().Select(edge => edge.GetProperty("node"))];
        JsonElement[] cells = [.. nodes.Where(node => node.GetProperty("fact").GetString() == "forecast_cell")];
        Assert.Equal(byHand[3], cells.Count(cell => cell.GetProperty("numerator").GetDouble() != 0));
        Assert.Equal(byHand[2], cells.Sum(cell => cell.GetProperty("numerator").GetDouble()), 2);
        Assert.Equal(byHand[1], nodes.Except(cells).Sum(node => node.GetProperty("denominator").GetDouble()), 2);
        Assert.Equal(
            deals.Select(deal => deal[0]),
            nodes.SelectMany(node => node.GetProperty("members").EnumerateArray())
                .Where(member => member.GetProperty("dimension").GetString() == "OPPORTUNITY" && member.GetProperty("name").ValueKind is JsonValueKind.String)
                .Select(member => member.GetProperty("name").GetString()!).Distinct().Order(StringComparer.Ordinal));
    }

    private static async Task<JsonElement> AskAsync(ServerProcess server, string manager)
    {
        string page = await File.ReadAllTextAsync(Repository.PathOf("docs", "forecast-accuracy.md"));
        string query = page.Split("```graphql\n")[1].Split("```")[0];
        using HttpResponseMessage response = await server.Http.PostAsJsonAsync(new Uri("graphql", UriKind.Relative), new { query, variables = new { manager, from = From, to = To } });
        JsonElement body = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.False(body.TryGetProperty("errors", out JsonElement errors), errors.ToString());
        return body.GetProperty("data");
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
