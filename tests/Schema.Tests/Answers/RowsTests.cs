using System.Text.Json.Nodes;
using ProdSales.Semantics;

namespace ProdSales.SchemaTests.Answers;

/// <summary>The rows behind a number over GraphQL: pages that together make the number, for those who may see it.</summary>
public sealed class RowsTests(ServedPlant plant) : IClassFixture<ServedPlant>
{
    private const string Span = "period: { from: \"2024-03-01\", to: \"2025-03-31\" }";

    [Fact]
    public void All_pages_together_make_the_number_of_the_cell()
    {
        decimal number = plant.Ask($$"""{ sales({{Span}}, where: { region: { eq: "华东" }, channel: { eq: null } }) { total { grossMargin } } }""")["data"]!["sales"]!["total"]!["grossMargin"]!.GetValue<decimal>();
        decimal sum = 0;
        string after = "null";
        bool hasMore = true;
        int pages = 0;
        while (hasMore)
        {
            JsonNode rows = plant.Ask($$"""
                { rows(measure: "sales.grossMargin", {{Span}}, where: [{ dimension: REGION, in: ["华东"] }, { dimension: CHANNEL, in: [null] }], first: 20, after: {{after}}) {
                  edges { cursor node { fact day keys { column value } members { dimension name } columns { column value } numerator denominator adds document { system id line address } } }
                  pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }
                """)["data"]!["rows"]!;
            Assert.Equal(pages > 0, rows["pageInfo"]!["hasPreviousPage"]!.GetValue<bool>());
            sum += rows["edges"]!.AsArray().Sum(edge => edge!["node"]!["numerator"]!.GetValue<decimal>());
            after = $"\"{rows["pageInfo"]!["endCursor"]}\"";
            hasMore = rows["pageInfo"]!["hasNextPage"]!.GetValue<bool>();
            pages++;
        }

        Assert.Equal(number, sum);
        Assert.True(pages > 1);
    }

    [Theory]
    [InlineData("measure: \"sales.grossMargin\", period: { from: \"2025-01-01\", to: \"2024-01-01\" }", "period-ends-before-it-starts")]
    [InlineData("measure: \"sales.profit\", period: { from: \"2024-01-01\", to: \"2025-01-01\" }", "no-such-measure")]
    [InlineData("measure: \"sales.revenue\", period: { from: \"2024-01-01\", to: \"2025-01-01\" }, first: 100000", "first-out-of-range")]
    [InlineData("measure: \"sales.revenue\", period: { from: \"2024-01-01\", to: \"2025-01-01\" }, after: \"abc\"", "cursor-of-another-question")]
    public void What_is_not_answered_is_said(string arguments, string code) => Assert.Equal(code, CodeOf(plant.Text($"{{ rows({arguments}) {{ pageInfo {{ endCursor }} }} }}")));

    [Fact]
    public void Rows_of_a_masked_measure_are_refused_and_other_rows_show_no_masked_column()
    {
        SecurityScope scope = SecurityScope.Of(ModelReader.Shipped, new Principal(["sales_assistant"], new Dictionary<string, IReadOnlyList<string>>())).Scope!;
        string rows = $"edges {{ node {{ columns {{ column }} }} }}";

        Assert.Equal("measure-masked", CodeOf(plant.Text($"{{ rows(measure: \"sales.grossMargin\", {Span}) {{ {rows} }} }}", scope: scope)));
        Assert.DoesNotContain("cost_amount", plant.Text($"{{ rows(measure: \"sales.revenue\", {Span}) {{ {rows} }} }}", scope: scope), StringComparison.Ordinal);
    }

    private static string CodeOf(string text) => Assert.Single(JsonNode.Parse(text)!["errors"]!.AsArray())!["extensions"]!["code"]!.GetValue<string>();
}
