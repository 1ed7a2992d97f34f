using ProdSales.Semantics;
using ProdSales.SemanticsTests.SmallPlant;

namespace ProdSales.SemanticsTests.Query;

/// <summary>What is shared out by weights sums to what was there, to the last digit, however it is cut or narrowed.</summary>
public sealed class SharesTests(SmallPlantFixture plant) : IClassFixture<SmallPlantFixture>
{
    private static readonly Subject Opportunities = ModelReader.Shipped.Subject("opportunities")!;

    [Theory]
    [InlineData("employee")]
    [InlineData("region")]
    [InlineData("customer")]
    public void Parts_sum_to_the_amount_that_was_won(string by)
    {
        string whole = ResultRows.Read(plant.Connection, "SELECT sum(amount) FROM fact_opportunity WHERE outcome = 'won' AND closed_date BETWEEN '2024-01-01' AND '2025-12-31'")[0][0];
        decimal parts = ResultRows.OfCut(plant.Connection, Asked("won_amount_by_share", by), 0, ["won_amount_by_share"]).Where(row => row[0] != "null").Sum(row => decimal.Parse(row[0], System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal(decimal.Parse(whole, System.Globalization.CultureInfo.InvariantCulture), parts);
    }

    [Fact]
    public void The_part_of_a_person_is_what_the_weights_say_and_a_filter_by_him_is_his_part()
    {
        const string byHand =
            """
            SELECT e.name, sum(o.amount * t.weight)
            FROM fact_opportunity AS o
            JOIN (
              SELECT opportunity_id, employee_key, weight FROM fact_opportunity_team
              UNION ALL
              SELECT source_id, owner_key, 1 FROM fact_opportunity WHERE source_id NOT IN (SELECT opportunity_id FROM fact_opportunity_team)
            ) AS t ON t.opportunity_id = o.source_id
            JOIN dim_employee AS e USING (employee_key)
            WHERE o.outcome = 'won' AND o.closed_date BETWEEN '2024-01-01' AND '2025-12-31'
            GROUP BY e.name
            ORDER BY e.name
            """;
        (string Name, double Amount)[] expected = [.. ResultRows.Read(plant.Connection, byHand).Select(row => (row[0], Number(row[1])))];
        (string Name, double Amount)[] told = [.. ResultRows.OfCut(plant.Connection, Asked("won_amount_by_share", "employee"), 0, ["employee", "won_amount_by_share"]).Select(row => (row[0], Number(row[1]))).OrderBy(row => row.Item1 == "null").ThenBy(row => row.Item1, StringComparer.Ordinal)];

        Assert.Equal(expected.Select(row => row.Name), told.Select(row => row.Name));
        Assert.All(expected.Zip(told), pair => Assert.Equal(pair.First.Amount, pair.Second.Amount, 0.01));
        MemberFilter him = new(Opportunities.Dimension("employee")!, false, false, [told[0].Name]);
        Assert.Equal(told[0].Amount, Number(ResultRows.OfCut(plant.Connection, Asked("won_amount_by_share", null) with { Filters = [him] }, 0, ["won_amount_by_share"])[0][0]));
    }

    private static double Number(string text) => double.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static MetricQuery Asked(string measure, string? by) => new()
    {
        Subject = Opportunities,
        Period = new Period(new(2024, 1, 1), new(2025, 12, 31)),
        AsOf = new DateOnly(2026, 1, 1),
        Cuts =
        [
            new CutRequest
            {
                Dimension = by is null ? null : Opportunities.Dimension(by),
                Measures = [new MeasureRequest(Opportunities.Measure(measure)!)],
                Fields = by is null ? [] : [new CutField(Opportunities.Dimension(by)!, false)],
            },
        ],
    };
}
