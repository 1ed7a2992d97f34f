using ProdSales.Semantics;
using ProdSales.SemanticsTests.SmallPlant;
using ProdSales.Warehouse.Provider;

namespace ProdSales.SemanticsTests.Explaining;

/// <summary>An attribution without the search is what SQL written by hand gives, whatever stands in the rows.</summary>
public sealed class AttributionTotalsTests
{
    [Theory]
    [InlineData("plain rows", "")]
    [InlineData("amounts that 64 bits cannot sum", "UPDATE fact_sales_order_line SET net_amount = 90000000000000 + hash(source_id) % 10000 WHERE hash(source_id) % 2 = 0")]
    [InlineData("keys that their table does not have", "UPDATE fact_sales_order_line SET product_key = 999 WHERE hash(source_id) % 3 = 0")]
    [InlineData("many channels", "UPDATE fact_sales_order_line SET channel = 'channel that is known as number ' || hash(source_id) % 100")]
    public void Members_contribute_what_SQL_by_hand_says(string what, string change)
    {
        using SmallPlantFixture plant = new();
        plant.Connection.Execute($"{change}; SELECT '{what}'");
        Explanation explanation = Explainer.Explain(ExplainedQuestions.Model, Request("revenue"), plant.Connection).Explanation!;

        foreach ((string dimension, string member) in new[] { ("region", "region.region"), ("product_line", "product.product_line"), ("channel", "f.channel"), ("tier", "customer.tier") })
        {
            Assert.Equal(
                ByHand(plant.Connection, member),
                explanation.Attributions.Single(attribution => attribution.Dimension.Name == dimension).Members.Select(part => (part.Member.Name, part.Contribution)).Order());
        }
    }

    private static List<(string? Name, decimal Change)> ByHand(DuckDbConnection connection, string member)
    {
        using DuckDbCommand command = connection.CreateCommand(
            $"""
            SELECT {member}, CAST(sum(CASE WHEN ordered_date >= DATE '2025-01-01' THEN coalesce(net_amount, 0) ELSE -coalesce(net_amount, 0) END) AS DECIMAL(28, 4))
            FROM fact_sales_order_line AS f
            INNER JOIN dim_region AS region ON region.region_key = f.region_key
            INNER JOIN dim_product AS product ON product.product_key = f.product_key
            INNER JOIN dim_customer AS customer ON customer.customer_key = f.customer_key
            WHERE is_cancelled IS NOT TRUE AND year(ordered_date) IN (2024, 2025)
            GROUP BY ALL
            """);
        using DuckDbDataReader reader = command.ExecuteReader();
        List<(string?, decimal)> rows = [];
        while (reader.Read())
        {
            rows.Add((reader.IsDBNull(0) ? null : reader.GetString(0), reader.GetDecimal(1)));
        }

        rows.Sort();
        return rows;
    }

    private static ExplanationRequest Request(string measure) => new()
    {
        Measure = ExplainedQuestions.Model.Subject("sales")!.Measure(measure)!,
        Contrast = new PeriodContrast(new(new(2025, 1, 1), new(2025, 12, 31)), new(new(2024, 1, 1), new(2024, 12, 31))),
        AsOf = new(2026, 1, 1),
        Parts = ExplanationParts.None,
    };
}
