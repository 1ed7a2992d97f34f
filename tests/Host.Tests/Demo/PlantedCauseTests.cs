using System.Globalization;
using System.Text.Json;
using ProdSales.Simulation;

namespace ProdSales.Host.Tests.Demo;

/// <summary>Whoever asks the loaded star finds the planted causes first, without knowing what was planted.</summary>
public sealed class PlantedCauseTests(LoadedDemo demo) : IClassFixture<LoadedDemo>
{
    [Fact]
    public void The_region_whose_margin_rate_fell_most_is_the_planted_one()
    {
        RisingDiscount cause = demo.Truth.RisingDiscount!;

        Assert.Equal(cause.Region, demo.Rows(FallOfMargin("r.region", "true"), cause.From)[0][0]);
    }

    [Fact]
    public void The_product_line_that_cost_that_region_its_margin_is_the_planted_one_and_its_discount_rose()
    {
        RisingDiscount cause = demo.Truth.RisingDiscount!;
        List<string[]> lines = demo.Rows(FallOfMargin("p.product_line", $"r.region = '{cause.Region}'"), cause.From);

        Assert.Equal(cause.ProductLine, lines[0][0]);
        Assert.InRange(Number(lines[0][2]), cause.AddedDiscountRate - 0.05, cause.AddedDiscountRate + 0.05);
    }

    [Fact]
    public void The_team_and_account_most_over_budget_are_the_planted_ones()
    {
        Overspend cause = demo.Truth.Overspend!;
        List<string[]> spending = demo.Rows(
            """
            SELECT o.organisation_id, e.account, sum(e.amount) / sum(e.planned_amount) AS to_plan
            FROM fact_expense AS e INNER JOIN dim_organisation AS o USING (organisation_key)
            WHERE e.expense_date >= ? GROUP BY ALL ORDER BY to_plan DESC
            """,
            cause.From);

        Assert.Equal((cause.OrganisationId, cause.Account), (spending[0][0], spending[0][1]));
        Assert.True(Number(spending[0][2]) > 1.2 * Number(spending[1][2]), $"{spending[0][2]} against {spending[1][2]}");
    }

    [Fact]
    public async Task An_explanation_of_the_margin_names_the_planted_region_and_line_first_and_its_discount_behind_it()
    {
        RisingDiscount cause = demo.Truth.RisingDiscount!;
        JsonElement first = (await demo.ExplainAsync("sales.gross_margin_rate")).GetProperty("segments")[0];

        Assert.Equal([("region", cause.Region), ("product_line", cause.ProductLine)], MembersOf(first));
        JsonElement discount = first.GetProperty("causes").EnumerateArray().Single(line => line.GetProperty("measure").GetString() == "sales.discount_rate");
        Assert.InRange(
            discount.GetProperty("now").GetDouble() - discount.GetProperty("before").GetDouble(), cause.AddedDiscountRate - 0.05, cause.AddedDiscountRate + 0.05);
    }

    [Fact]
    public async Task An_explanation_of_the_expenses_names_the_planted_team_and_account_first()
    {
        Overspend cause = demo.Truth.Overspend!;
        JsonElement first = (await demo.ExplainAsync("expenses.expense_to_plan")).GetProperty("segments")[0];

        string team = demo.Rows("SELECT name FROM dim_organisation WHERE organisation_id = ? AND is_current", cause.OrganisationId)[0][0];
        Assert.Equal([("organisation", team), ("account", cause.Account)], MembersOf(first));
    }

    [Fact]
    public async Task An_explanation_of_the_failure_rate_of_a_year_names_the_planted_lot_first()
    {
        JsonElement first = (await demo.ExplainAsync("reliability.failure_rate", months: 12, gap: 0, monthsBefore: 12)).GetProperty("segments")[0];

        Assert.Equal([("device_lot", demo.Truth.FailingLot!.Lot)], MembersOf(first));
    }

    [Fact, Trait("Speed", "Slow")]
    public async Task Nothing_stands_out_in_the_same_company_without_planted_causes()
    {
        using LoadedDemo plain = new(demo.Truth.Options with { PlantCauses = false });
        await plain.InitializeAsync();

        Assert.Empty((await plain.ExplainAsync("sales.gross_margin_rate")).GetProperty("segments").EnumerateArray());
        Assert.Empty((await plain.ExplainAsync("expenses.expense_to_plan")).GetProperty("segments").EnumerateArray());
        Assert.Empty((await plain.ExplainAsync("reliability.failure_rate", months: 12, gap: 0, monthsBefore: 12)).GetProperty("segments").EnumerateArray());
    }

    [Fact]
    public void The_lot_that_fails_most_in_its_first_months_is_the_planted_one()
    {
        FailingLot cause = demo.Truth.FailingLot!;
        List<string[]> lots = demo.Rows(
            """
            SELECT d.lot, sum(m.failures) / sum(m.operating_hours) AS rate
            FROM fact_device_month AS m INNER JOIN dim_device AS d USING (device_key)
            WHERE m.months_in_service <= ? AND d.lot IS NOT NULL
            GROUP BY d.lot HAVING count(DISTINCT d.device_durable_key) >= 10 ORDER BY rate DESC
            """,
            cause.MonthsInService);

        Assert.Equal(cause.Lot, lots[0][0]);
        Assert.True(Number(lots[0][1]) > 2 * Number(lots[1][1]), $"{lots[0][1]} against {lots[1][1]} of {lots[1][0]}");
    }

    [Fact]
    public void Customers_about_to_leave_are_the_unhealthy_ones()
    {
        LeavingCustomers cause = demo.Truth.LeavingCustomers!;
        DateOnly month = demo.Truth.Options.LastDay.AddDays(1 - demo.Truth.Options.LastDay.Day);
        (string Id, double Score)[] customers =
        [
            .. demo.Rows(
                """
                SELECT c.customer_id, h.score
                FROM fact_customer_health AS h INNER JOIN dim_customer AS c USING (customer_key)
                WHERE h.month = ? AND c.is_active ORDER BY h.score, c.customer_id
                """,
                month).Select(row => (row[0], Number(row[1]))),
        ];
        HashSet<string> leaving = [.. cause.CustomerIds];
        string[] atRisk = [.. customers.Where(customer => customer.Score < 60).Select(customer => customer.Id)];
        int worst = customers.Take(leaving.Count).Count(customer => leaving.Contains(customer.Id));
        int found = atRisk.Count(leaving.Contains);
        string told = $"{found} of {leaving.Count} leaving customers score below 60 (recall), {found} of {atRisk.Length} below 60 leave (precision), "
            + $"{worst} of the {leaving.Count} worst of {customers.Length} leave.";

        Assert.True(found == leaving.Count, told);
        Assert.True(2 * worst > leaving.Count, told);
        Assert.True(atRisk.Length - found < 0.1 * (customers.Length - leaving.Count), told);
    }

    /// <summary>Groups by what their change of margin rate since a day cost, worst first, with the rise of their discount rate.</summary>
    private static string FallOfMargin(string group, string filter) =>
        $"""
        WITH sale AS (
            SELECT {group} AS name, l.ordered_date >= ? AS is_after, l.list_amount, l.net_amount, l.cost_amount
            FROM fact_sales_order_line AS l INNER JOIN dim_region AS r USING (region_key) INNER JOIN dim_product AS p USING (product_key)
            WHERE NOT coalesce(l.is_cancelled, false) AND {filter}
        ), half AS (
            SELECT name, is_after, sum(net_amount)::DOUBLE AS net, 1 - sum(cost_amount)::DOUBLE / sum(net_amount)::DOUBLE AS margin,
                1 - sum(net_amount)::DOUBLE / sum(list_amount)::DOUBLE AS discount
            FROM sale GROUP BY ALL
        )
        SELECT a.name, a.net * (a.margin - b.margin) AS gained, a.discount - b.discount
        FROM half AS a INNER JOIN half AS b USING (name) WHERE a.is_after AND NOT b.is_after ORDER BY gained
        """;

    private static (string?, string?)[] MembersOf(JsonElement segment) =>
        [.. segment.GetProperty("members").EnumerateArray().Select(member => (member.GetProperty("dimension").GetString(), member.GetProperty("name").GetString()))];

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
