using System.Text.Json.Nodes;
using ProdSales.Semantics;

namespace ProdSales.SchemaTests.Answers;

/// <summary>Where an answer comes from is told where the request asks for it, and nowhere else.</summary>
public sealed class PlanNoteTests(ServedPlant plant) : IClassFixture<ServedPlant>
{
    private const string Asked = "period: { from: \"2025-05-01\", to: \"2025-05-31\" }";

    [Fact]
    public void The_plan_of_each_statement_is_told_when_it_is_asked_for()
    {
        JsonArray plans = plant.Ask(
            $"{{ a: sales({Asked}) {{ total {{ revenue }} }} b: sales({Asked}) {{ byRegion {{ region }} }} c: sales({Asked}, history: {{ version: AS_IS }}) {{ byIndustry {{ revenue }} }} }}",
            extensions: """{ "plan": true }""")["extensions"]!["plan"]!.AsArray();

        Assert.Equal(2, plans.Count);
        Assert.Equal("""["a","b"]""", plans[0]!["fields"]!.ToJsonString());
        Assert.Equal("sales.revenue", plans[0]!["measures"]![0]!["name"]!.GetValue<string>());
        Assert.Equal("fact_sales_order_line", plans[0]!["data"]![0]!["table"]!.GetValue<string>());
        Assert.Equal("no-rollups-kept", plans[0]!["passes"]![0]!["rollupRefusal"]!.GetValue<string>());
        Assert.Equal(
            Convert.ToInt64(plant.Row("SELECT count(*) FROM fact_sales_order_line WHERE is_cancelled IS NOT TRUE AND ordered_date BETWEEN '2025-05-01' AND '2025-05-31'")[0], System.Globalization.CultureInfo.InvariantCulture),
            plans[1]!["passes"]![0]!["rows"]!.GetValue<long>());
        Assert.StartsWith("WITH customer_as_is AS (", plans[1]!["sql"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal("2025-05-01", plans[1]!["parameters"]!["from"]!.GetValue<string>());
    }

    [Fact]
    public void Only_those_with_the_right_are_told_and_others_get_their_answer_all_the_same()
    {
        const string Both = "{ sales(period: { from: \"2025-05-01\", to: \"2025-05-31\" }) { total { revenue } } quota(period: { from: \"2025-05-01\", to: \"2025-05-31\" }) { total { actualAmount } } }";
        string Told(params string[] roles) => plant.Text(Both, scope: SecurityScope.Of(ModelReader.Shipped, new Principal(roles, new Dictionary<string, IReadOnlyList<string>>())).Scope, extensions: """{ "plan": true }""");

        JsonNode executive = JsonNode.Parse(Told("executive"))!;
        JsonNode analyst = JsonNode.Parse(Told("analyst"))!;
        Assert.Equal("right-missing", Assert.Single(executive["extensions"]!["plan"]!.AsArray())!["code"]!.GetValue<string>());
        Assert.DoesNotContain("SELECT", executive.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(2, analyst["extensions"]!["plan"]!.AsArray().Count(plan => plan!["sql"] is not null));
        Assert.Equal(executive["data"]!.ToJsonString(), analyst["data"]!.ToJsonString());
        Assert.All(analyst["extensions"]!["plan"]!.AsArray(), plan => Assert.Equal(plan!["passes"]!.AsArray().Sum(pass => pass!["rows"]!.GetValue<long>()), plan["cost"]!["rows"]!.GetValue<long>()));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("""{ "plan": false }""")]
    [InlineData("""{ "plan": 1 }""")]
    public void Without_being_asked_for_nothing_is_told(string? extensions) =>
        Assert.Null(plant.Ask($"{{ sales({Asked}) {{ total {{ revenue }} }} }}", extensions: extensions)["extensions"]);
}
