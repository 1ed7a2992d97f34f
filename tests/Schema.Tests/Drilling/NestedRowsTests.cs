using System.Text.Json;
using System.Text.Json.Nodes;
using ProdSales.SchemaTests.Answers;
using ProdSales.Semantics;

namespace ProdSales.SchemaTests.Drilling;

/// <summary>Rows behind a number under each row of a drill-down: one statement, the rows of the cell asked for alone, and cursors that go on there.</summary>
public sealed class NestedRowsTests(ServedPlant plant) : IClassFixture<ServedPlant>
{
    private const string Page = "edges { cursor node { fact day keys { column value } members { dimension id name } columns { column value } numerator denominator adds document { system id line address } } } nodes { day } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } totalCount";

    [Theory]
    [InlineData("sales.revenue", "AS_WAS")]
    [InlineData("sales.grossMarginRate", "AS_IS")]
    [InlineData("sales.orders", "AS_WAS")]
    [InlineData("sales.orderLines", "AS_WAS")]
    public void Rows_of_each_cell_are_those_of_the_cell_asked_alone(string measure, string version)
    {
        const string Period = "period: { from: \"2024-02-10\", to: \"2025-03-20\" }, asOf: \"2026-01-01\"";
        string rows = $"rows(measure: \"{measure}\", first: 2) {{ {Page} }}";
        string question = $"{{ sales({Period}, where: {{ channel: {{ eq: \"dealer\" }} }}, history: {{ version: {version} }}) {{ byRegion {{ key: region {rows} byCustomer(first: 3) {{ key: customerId {rows} overTime(grain: QUARTER) {{ key: period {rows} }} }} }} }} }}";
        JsonNode sales = JsonNode.Parse(plant.Data(question))!["sales"]!;
        Assert.Single(plant.Heard(question));

        int cells = 0;
        foreach (JsonNode region in sales["byRegion"]!.AsArray().Select(row => row!))
        {
            cells += Check(region, Period, $"{Channel}, {Region(region)}");
            foreach (JsonNode customer in region["byCustomer"]!.AsArray().Select(row => row!))
            {
                cells += Check(customer, Period, $"{Channel}, {Region(region)}, {Customer(customer)}");
                foreach (JsonNode step in customer["overTime"]!.AsArray().Select(row => row!))
                {
                    DateOnly from = DateOnly.Parse(step["key"]!.GetValue<string>(), System.Globalization.CultureInfo.InvariantCulture);
                    (DateOnly first, DateOnly last) = (Max(from, new(2024, 2, 10)), Min(from.AddMonths(3).AddDays(-1), new(2025, 3, 20)));
                    cells += Check(step, $"period: {{ from: \"{first:yyyy-MM-dd}\", to: \"{last:yyyy-MM-dd}\" }}, asOf: \"2026-01-01\"", $"{Channel}, {Region(region)}, {Customer(customer)}");
                }
            }
        }

        Assert.True(cells > 20, $"Only {cells} cells.");

        int Check(JsonNode row, string period, string where)
        {
            string asked = $"measure: \"{measure}\", {period}, where: [{where}], history: {{ version: {version} }}";
            Assert.Equal(WithoutCursors(Ask($"{{ rows({asked}, first: 2) {{ {Page} }} }}")["rows"]!), WithoutCursors(row["rows"]!));
            if (row["rows"]!["pageInfo"]!["hasNextPage"]!.GetValue<bool>())
            {
                JsonNode next = Ask($"{{ rows({asked}, first: 1, after: \"{row["rows"]!["pageInfo"]!["endCursor"]}\") {{ edges {{ cursor }} }} }}")["rows"]!;
                JsonNode three = Ask($"{{ rows({asked}, first: 3) {{ edges {{ cursor }} }} }}")["rows"]!;
                Assert.Equal(three["edges"]![2]!.ToJsonString(), Assert.Single(next["edges"]!.AsArray())!.ToJsonString());
            }

            return 1;
        }
    }

    [Fact]
    public void Under_the_whole_and_under_limits_too()
    {
        JsonNode sales = Ask("{ sales(period: { from: \"2024-01-01\", to: \"2025-12-31\" }) { total { few: rows(measure: \"sales.revenue\", first: 1) { totalCount nodes { numerator } } more: rows(measure: \"sales.quantity\", first: 3) { nodes { day } } } byIndustry(where: { orderLines: { gt: 100 } }, orderBy: { revenue: DESC }, first: 1) { orderLines rows(measure: \"sales.orderLines\", first: 1) { __typename totalCount } } } }")["sales"]!;

        Assert.Equal(3, sales["total"]!["more"]!["nodes"]!.AsArray().Count);
        Assert.Single(sales["total"]!["few"]!["nodes"]!.AsArray());
        JsonNode industry = Assert.Single(sales["byIndustry"]!.AsArray())!;
        Assert.Equal(industry["orderLines"]!.GetValue<long>(), industry["rows"]!["totalCount"]!.GetValue<long>());
        Assert.Equal("RowConnection", industry["rows"]!["__typename"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("sales.profit", "first: 2", "no-such-measure")]
    [InlineData("sales.revenue", "first: 0", "first-out-of-range")]
    public void What_cannot_be_shown_is_refused(string measure, string first, string code) =>
        Assert.Equal(code, plant.Ask($"{{ sales(period: {{ from: \"2024-01-01\", to: \"2025-12-31\" }}) {{ byRegion {{ rows(measure: \"{measure}\", {first}) {{ totalCount }} }} }} }}")["errors"]![0]!["extensions"]!["code"]!.GetValue<string>());

    [Fact]
    public void A_number_of_certain_days_is_asked_alone() =>
        Assert.Equal("rows-not-nested", plant.Ask("{ inventory(period: { from: \"2024-01-01\", to: \"2025-12-31\" }) { byRegion { rows(measure: \"inventory.value\") { totalCount } } } }")["errors"]?[0]?["extensions"]?["code"]?.GetValue<string>());

    [Fact]
    public void Nobody_sees_rows_here_that_he_would_not_see_there()
    {
        SecurityScope scope = SecurityScope.Of(ModelReader.Shipped, new Principal(["regional_manager", "sales_assistant", "analyst_without_names"], new Dictionary<string, IReadOnlyList<string>> { ["region"] = ["华东"] })).Scope!;
        string Asked(string measure) => $"{{ sales(period: {{ from: \"2024-01-01\", to: \"2025-12-31\" }}) {{ byRegion {{ region rows(measure: \"{measure}\", first: 100) {{ {Page} }} }} }} }}";
        string seen = plant.Text(Asked("sales.revenue"), scope: scope);

        Assert.Contains("measure-masked", plant.Text(Asked("sales.grossMargin"), scope: scope), StringComparison.Ordinal);
        Assert.DoesNotContain("cost_amount", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("\"CUSTOMER\"", seen, StringComparison.Ordinal);
        JsonNode region = Assert.Single(JsonNode.Parse(seen)!["data"]!["sales"]!["byRegion"]!.AsArray())!;
        Assert.All(region["rows"]!["edges"]!.AsArray(), edge => Assert.Contains("华东", edge!["node"]!["members"]!.AsArray().Select(member => member!["name"]?.GetValue<string>())));
    }

    // A cursor under a cut also tells under which row it stands.
    private static string WithoutCursors(JsonNode rows) => System.Text.RegularExpressions.Regex.Replace(rows.ToJsonString(), "(?i)\"(cursor|startCursor|endCursor)\":\"[^\"]*\"", "\"$1\":\"\"");

    private const string Channel = "{ dimension: CHANNEL, in: [\"dealer\"] }";

    private static string Region(JsonNode row) => $"{{ dimension: REGION, in: [{Text(row)}] }}";

    private static string Customer(JsonNode row) => $"{{ dimension: CUSTOMER, in: [{Text(row)}], byId: true }}";

    private static string Text(JsonNode row) => row["key"] is { } key ? JsonSerializer.Serialize(key.GetValue<string>()) : "null";

    private static DateOnly Max(DateOnly one, DateOnly other) => one > other ? one : other;

    private static DateOnly Min(DateOnly one, DateOnly other) => one < other ? one : other;

    private JsonNode Ask(string question) => JsonNode.Parse(plant.Data(question))!;
}
