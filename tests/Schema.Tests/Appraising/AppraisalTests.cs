using System.Text.Json.Nodes;
using ProdSales.SchemaTests.Answers;

namespace ProdSales.SchemaTests.Appraising;

/// <summary>What a change brought, over GraphQL.</summary>
public sealed class AppraisalTests(ServedPlant plant) : IClassFixture<ServedPlant>
{
    private const string Change = """treated: { dimension: PRODUCT_LINE, in: ["electric"] }, before: { from: "2024-01-01", to: "2024-09-30" }, after: { from: "2025-01-01", to: "2025-09-30" }, asOf: "2025-12-31" """;

    [Fact]
    public void The_model_tells_what_a_change_may_bring_in_both_languages()
    {
        JsonArray benefits = plant.Ask("{ benefits { name english: label(language: EN) chinese: label measure by worth rates { name unit } } }")["data"]!["benefits"]!.AsArray();

        Assert.Equal(["ON_TIME_DELIVERY", "LESS_STOCK", "MORE_WON", "LESS_REWORK", "SHORTER_REPAIRS"], benefits.Select(benefit => benefit!["name"]!.GetValue<string>()));
        Assert.Equal(("Less stock", "库存占用"), (benefits[1]!["english"]!.GetValue<string>(), benefits[1]!["chinese"]!.GetValue<string>()));
        Assert.Equal("CAPITAL_COST", benefits[1]!["rates"]![0]!["name"]!.GetValue<string>());
        Assert.Empty(benefits[0]!["worth"]!.AsArray());
    }

    [Fact]
    public void Values_of_both_sides_are_those_of_the_tables()
    {
        JsonNode found = plant.Ask($$"""
            { appraisal({{Change}}, benefits: [MORE_WON], rates: [{ name: CAPITAL_COST, value: 0.08 }], cost: 1000) {
              benefits { verdict treated { before after frozen } control { before after } effect estimate { effect low high } worth amount { amount low high } counts reason { code } }
              amount { amount low high } cost returnOnInvestment { amount } sql } }
            """)["data"]!["appraisal"]!;
        JsonNode benefit = found["benefits"]![0]!;
        double[] values = [Rate("=", 2024), Rate("=", 2025), Rate("IS DISTINCT FROM", 2024), Rate("IS DISTINCT FROM", 2025)];

        Assert.Equal(values[0], benefit["treated"]!["before"]!.GetValue<double>(), 9);
        Assert.Equal(values[1], benefit["treated"]!["after"]!.GetValue<double>(), 9);
        Assert.Equal(values[2], benefit["control"]!["before"]!.GetValue<double>(), 9);
        Assert.Equal(values[3], benefit["control"]!["after"]!.GetValue<double>(), 9);
        Assert.Equal(values[1] - values[0] - (values[3] - values[2]), benefit["effect"]!.GetValue<double>(), 9);
        double amount = benefit["effect"]!.GetValue<double>() * benefit["worth"]!.GetValue<double>();
        Assert.Equal(amount, benefit["amount"]!["amount"]!.GetValue<double>(), 6);
        if (benefit["counts"]!.GetValue<bool>())
        {
            Assert.Equal((amount - 1000) / 1000, found["returnOnInvestment"]!["amount"]!.GetValue<double>(), 6);
        }

        double Rate(string test, int year) => Convert.ToDouble(plant.Row($"""
            SELECT sum(amount) FILTER (outcome = 'won') / sum(amount)
            FROM fact_opportunity JOIN dim_product USING (product_key)
            WHERE outcome IN ('won', 'lost') AND product_line {test} 'electric' AND closed_date BETWEEN '{year}-01-01' AND '{year}-09-30'
            """)[0], System.Globalization.CultureInfo.InvariantCulture);
    }

    [Fact]
    public void A_rate_that_is_not_stated_is_named()
    {
        JsonNode benefit = plant.Ask($"{{ appraisal({Change}, benefits: [LESS_STOCK]) {{ benefits {{ amount {{ amount }} reason {{ code measure detail }} }} returnOnInvestment {{ amount }} }} }}")["data"]!["appraisal"]!["benefits"]![0]!;

        Assert.Null(benefit["amount"]);
        Assert.NotNull(benefit["reason"]!["code"]);
    }

    [Theory]
    [InlineData("""treated: { dimension: REGION, in: ["East"] }, before: { from: "2024-01-05", to: "2024-09-30" }, after: { from: "2025-01-01", to: "2025-09-30" }""", "months-not-whole")]
    [InlineData("""treated: { dimension: REGION, in: ["East"] }, before: { from: "2024-09-30", to: "2024-01-01" }, after: { from: "2025-01-01", to: "2025-09-30" }""", "period-ends-before-it-starts")]
    [InlineData("""treated: { dimension: REGION, in: ["East"] }, before: { from: "2024-01-01", to: "2024-09-30" }, after: { from: "2025-01-01", to: "2025-09-30" }, cost: 0""", "cost-not-positive")]
    public void What_cannot_be_asked_is_refused(string arguments, string code)
    {
        string text = plant.Text($"{{ appraisal({arguments}, asOf: \"2025-12-31\") {{ cost }} }}");

        Assert.Equal(code, JsonNode.Parse(text)!["errors"]![0]!["extensions"]!["code"]!.GetValue<string>());
    }
}
