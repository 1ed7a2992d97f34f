using System.Text.Json.Nodes;

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

    [Theory]
    [InlineData(null)]
    [InlineData("""{ "plan": false }""")]
    [InlineData("""{ "plan": 1 }""")]
    public void Without_being_asked_for_nothing_is_told(string? extensions) =>
        Assert.Null(plant.Ask($"{{ sales({Asked}) {{ total {{ revenue }} }} }}", extensions: extensions)["extensions"]);
}
