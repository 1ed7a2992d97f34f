using System.Globalization;
using System.Text.Json.Nodes;
using ProdSales.Semantics;

namespace ProdSales.SchemaTests.Answers;

/// <summary>Each level of a drill-down chooses, orders and bounds its own rows, steps of time included; no number changes by it.</summary>
public sealed class CutConditionTests(ServedPlant plant) : IClassFixture<ServedPlant>
{
    private const string Span = "period: { from: \"2024-01-01\", to: \"2025-12-31\" }";

    private const string Centuries = "period: { from: \"1900-01-01\", to: \"2199-12-31\" }";

    private const string Lines = "fact_sales_order_line AS f WHERE coalesce(is_cancelled, false) = false AND ordered_date BETWEEN DATE '2024-01-01' AND DATE '2025-12-31'";

    [Fact]
    public void Members_with_more_than_a_limit_are_told_and_the_first_are_the_first_of_those()
    {
        object?[] expected = plant.Row($"""
            SELECT list(industry ORDER BY revenue, industry NULLS LAST)
            FROM (
                SELECT c.industry, sum(f.net_amount) AS revenue
                FROM {Lines.Replace("WHERE", "INNER JOIN dim_customer AS c USING (customer_key) WHERE", StringComparison.Ordinal)}
                GROUP BY ALL HAVING sum(f.net_amount) > 100000 AND sum(f.net_amount) <= 3000000 ORDER BY revenue, industry NULLS LAST LIMIT 2
            )
            """);

        JsonArray told = Sales("byIndustry(where: { revenue: { gt: 100000, lte: 3000000 } }, orderBy: { revenue: ASC }, first: 2) { industry revenue }")["byIndustry"]!.AsArray();

        Assert.Equal(((object?[])expected[0]!).Select(name => name as string), told.Select(row => row!["industry"]?.GetValue<string>()));
        Assert.NotEmpty(told);
    }

    [Fact]
    public void The_best_steps_of_time_are_told_best_first()
    {
        object?[] expected = plant.Row($"""
            SELECT list(strftime(month, '%Y-%m-%d') ORDER BY lines DESC, month)
            FROM (SELECT date_trunc('month', ordered_date) AS month, count(*) AS lines FROM {Lines} GROUP BY ALL HAVING count(*) >= 2 ORDER BY lines DESC, month LIMIT 3)
            """);

        JsonArray told = Sales("overTime(grain: MONTH, where: { orderLines: { gte: 2 } }, orderBy: { orderLines: DESC }, first: 3) { period orderLines }")["overTime"]!.AsArray();

        Assert.Equal(((object?[])expected[0]!).Select(Convert.ToString), told.Select(row => row!["period"]!.GetValue<string>()));
        Assert.Equal(3, told.Count);
    }

    [Fact]
    public void What_is_not_told_still_counts_in_the_rows_around_and_takes_its_own_cuts_with_it()
    {
        JsonNode all = Sales("total { revenue byRegion { region revenue byCustomer { customerId revenue } } }")["total"]!;
        string kept = all["byRegion"]!.AsArray().Select(row => row!["region"]?.GetValue<string>()).OfType<string>().First();
        JsonNode some = Sales($"total {{ revenue byRegion(where: {{ member: {{ in: [\"{kept}\", \"nowhere\"] }} }}) {{ region revenue byCustomer(where: {{ memberId: {{ ne: \"C1\" }} }}) {{ customerId revenue }} }} }}")["total"]!;

        Assert.Equal(all["revenue"]!.ToJsonString(), some["revenue"]!.ToJsonString());
        JsonNode region = Assert.Single(some["byRegion"]!.AsArray())!;
        JsonNode same = all["byRegion"]!.AsArray().Single(row => row!["region"]?.GetValue<string>() == kept)!;
        Assert.Equal(same["revenue"]!.ToJsonString(), region["revenue"]!.ToJsonString());
        Assert.Equal(
            same["byCustomer"]!.AsArray().Where(row => row!["customerId"]?.GetValue<string>() != "C1").Select(row => row!.ToJsonString()),
            region["byCustomer"]!.AsArray().Select(row => row!.ToJsonString()));
    }

    [Fact]
    public void Null_stands_for_the_unknown_member_and_for_no_value()
    {
        JsonNode sales = Sales("known: byChannel(where: { member: { ne: null } }) { channel } unknown: byChannel(where: { member: { eq: null } }) { channel } silent: byChannel(where: { grossMargin: { eq: null } }) { channel } all: byChannel { channel }");

        Assert.Equal(sales["all"]!.AsArray().Count, sales["known"]!.AsArray().Count + 1);
        Assert.Null(Assert.Single(sales["unknown"]!.AsArray())!["channel"]);
        Assert.Empty(sales["silent"]!.AsArray());
    }

    [Fact]
    public void A_value_that_the_cut_cannot_have_meets_no_limit_and_the_reason_is_told()
    {
        JsonNode answer = plant.Ask($"{{ leadToCash({Span}) {{ byProductLine(where: {{ leads: {{ gte: 0 }} }}) {{ productLine wonCount }} }} }}");

        Assert.Empty(answer["data"]!["leadToCash"]!["byProductLine"]!.AsArray());
        Assert.Equal("dimension-not-reached", answer["extensions"]!["unavailable"]![0]!["code"]!.GetValue<string>());
    }

    [Fact]
    public void Rows_are_chosen_by_how_far_their_target_is_met()
    {
        const string Months = "overTime(grain: MONTH{0}) {{ period attainmentStatus }}";
        string Asked(string where) => plant.Data($"{{ quota({Span}) {{ {string.Format(CultureInfo.InvariantCulture, Months, where)} }} }}");
        string?[] Statuses(string where) => [.. JsonNode.Parse(Asked(where))!["quota"]!["overTime"]!.AsArray().Select(row => row!["attainmentStatus"]?.GetValue<string>())];

        string?[] all = Statuses("");
        Assert.Equal(all.Where(status => status is "RED" or null), Statuses(", where: { attainmentStatus: { in: [RED, null] } }"));
        Assert.Equal(all.Where(status => status is not "RED"), Statuses(", where: { attainmentStatus: { ne: RED } }"));
        Assert.Contains("RED", all);
    }

    [Fact]
    public void A_series_shows_its_gaps_under_every_member()
    {
        const string Series = "overTime(grain: MONTH, everyStep: true) { period revenue orderLines compare(to: PREVIOUS_PERIOD) { revenue } }";
        JsonNode sales = Sales($"{Series} byChannel {{ {Series} }}");

        Assert.All(sales["byChannel"]!.AsArray().Select(row => row!["overTime"]!).Append(sales["overTime"]!), series =>
        {
            Assert.Equal(Enumerable.Range(0, 24).Select(month => $"{new DateOnly(2024, 1, 1).AddMonths(month):yyyy-MM-dd}"), series.AsArray().Select(step => step!["period"]!.GetValue<string>()));
            Assert.All(series.AsArray().Where(step => step!["period"]!.GetValue<string>().EndsWith("-08-01", StringComparison.Ordinal)), step => Assert.Null(step!["orderLines"]));
        });
        Assert.Equal(22, Sales("overTime(grain: MONTH) { period }")["overTime"]!.AsArray().Count(step => !step!["period"]!.GetValue<string>().Contains("-08-", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("byRegion(where: { memberId: { eq: \"1\" } }) { region }", "members-without-ids")]
    [InlineData("overTime(grain: MONTH, where: { memberId: { eq: \"1\" } }) { period }", "members-without-ids")]
    [InlineData("overTime(grain: MONTH, first: 0) { period }", "first-out-of-range")]
    [InlineData("overTime(grain: DAY, everyStep: true) { period }", "too-many-steps")]
    public void A_condition_without_sense_is_refused(string cut, string code) =>
        Assert.Equal(code, plant.Ask($"{{ sales({(code == "too-many-steps" ? Centuries : Span)}) {{ {cut} }} }}")["errors"]![0]!["extensions"]!["code"]!.GetValue<string>());

    [Fact]
    public void Nobody_chooses_rows_by_a_measure_that_is_hidden_from_him()
    {
        SecurityScope scope = SecurityScope.Of(ModelReader.Shipped, new Principal(["sales_assistant"], new Dictionary<string, IReadOnlyList<string>>())).Scope!;

        Assert.Contains("measure-masked", plant.Text($"{{ sales({Span}) {{ byRegion(where: {{ grossMargin: {{ gt: 5 }} }}) {{ region }} }} }}", scope: scope), StringComparison.Ordinal);
    }

    [Fact]
    public void The_values_of_a_condition_never_become_sql() =>
        Assert.Empty(Sales("byRegion(where: { member: { eq: \"华东' OR 1=1 --\" } }) { region }")["byRegion"]!.AsArray());

    private JsonNode Sales(string fields) => JsonNode.Parse(plant.Data($"{{ sales({Span}) {{ {fields} }} }}"))!["sales"]!;
}
