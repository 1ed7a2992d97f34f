using System.Globalization;
using System.Text.Json.Nodes;
using ProdSales.Semantics;

namespace ProdSales.SchemaTests.Answers;

/// <summary>Rows of a cut ordered and chosen by a comparison, held against the same rows sorted and sifted by hand.</summary>
public sealed class ComparedRowsTests(ServedPlant plant) : IClassFixture<ServedPlant>
{
    private const string Period = "period: { from: \"2025-01-01\", to: \"2025-09-30\" }, asOf: \"2026-01-01\"";

    public static TheoryData<string, string, string, bool, bool> Orders
    {
        get
        {
            TheoryData<string, string, string, bool, bool> all = [];
            foreach (string cut in new[] { "byCustomer", "byProductLine", "byIndustry" })
            {
                foreach ((string measure, bool isSum) in new[] { ("revenue", true), ("orders", false), ("grossMarginRate", false) })
                {
                    all.Add(cut, measure, "CHANGE", isSum, true);
                    all.Add(cut, measure, "CHANGE", isSum, false);
                    all.Add(cut, measure, "VALUE", isSum, true);
                }
            }

            return all;
        }
    }

    [Theory]
    [MemberData(nameof(Orders))]
    public void An_order_by_a_comparison_is_that_of_the_values_it_tells(string cut, string measure, string of, bool isSum, bool isDescending)
    {
        string order = $"orderBy: {{ compared: {{ measure: \"sales.{measure}\", to: SAME_PERIOD_LAST_YEAR, of: {of}, direction: {(isDescending ? "DESC" : "ASC")} }} }}";
        JsonArray plain = Told($"{cut} {{ {Values(measure)} }}", cut);
        double?[] expected = [.. plain.Select(row => Value(row!, measure, of, isSum))];
        expected = [.. expected.Where(value => value is not null).OrderBy(value => isDescending ? -value : value), .. expected.Where(value => value is null)];

        double?[] ordered = [.. Told($"{cut}({order}) {{ {Values(measure)} }}", cut).Select(row => Value(row!, measure, of, isSum))];
        double?[] first = [.. Told($"{cut}({order}, first: 3) {{ {Values(measure)} }}", cut).Select(row => Value(row!, measure, of, isSum))];

        Assert.Equal(expected, ordered);
        Assert.Equal(expected.Take(3), first);
        Assert.Equal(expected.Length, Told($"{cut}({order}) {{ {measure} }}", cut).Count);
    }

    [Theory]
    [InlineData("change: { lt: 0 }", "revenue", true)]
    [InlineData("change: { gte: 1000.5 }, value: { gt: 0 }", "revenue", true)]
    [InlineData("value: { gt: 20000 }", "revenue", true)]
    [InlineData("change: { lt: 0.05 }", "grossMarginRate", false)]
    public void A_condition_on_a_comparison_leaves_the_rows_that_meet_it_and_every_number_as_it_was(string condition, string measure, bool isSum)
    {
        string where = $"where: {{ compared: {{ measure: \"sales.{measure}\", to: SAME_PERIOD_LAST_YEAR, {condition} }} }}";
        string[] expected = [.. Told($"byCustomer {{ key: customerId {Values(measure)} }}", "byCustomer").Where(row => Meets(row!, measure, isSum, condition)).Select(row => row!.ToJsonString())];

        string[] told = [.. Told($"byCustomer({where}) {{ key: customerId {Values(measure)} }}", "byCustomer").Select(row => row!.ToJsonString())];

        Assert.Equal(expected, told);
        Assert.NotEmpty(told);
    }

    [Fact]
    public void Each_region_tells_the_customers_that_lost_most_in_one_statement()
    {
        string losers = $"byCustomer(first: 2, where: {{ compared: [{{ measure: \"sales.revenue\", to: SAME_PERIOD_LAST_YEAR, change: {{ lt: 0 }} }}] }}, orderBy: {{ compared: {{ measure: \"sales.revenue\", to: SAME_PERIOD_LAST_YEAR, direction: ASC }} }})";
        string question = $"{{ sales({Period}) {{ byRegion {{ region {losers} {{ key: customerId {Values("revenue")} }} }} }} }}";

        JsonArray regions = plant.Ask(question)["data"]!["sales"]!["byRegion"]!.AsArray();

        Assert.Single(plant.Heard(question));
        foreach (JsonNode region in regions.Select(row => row!))
        {
            string one = region["region"] is null ? "null" : $"\"{region["region"]}\"";
            JsonArray all = plant.Ask($"{{ sales({Period}, where: {{ region: {{ eq: {one} }} }}) {{ byCustomer {{ key: customerId {Values("revenue")} }} }} }}")["data"]!["sales"]!["byCustomer"]!.AsArray();
            double[] expected = [.. all.Select(row => Value(row!, "revenue", "CHANGE", true)!.Value).Where(change => change < 0).Order().Take(2)];
            Assert.Equal(expected, region["byCustomer"]!.AsArray().Select(row => Value(row!, "revenue", "CHANGE", true)!.Value));
        }
    }

    [Fact]
    public void A_number_that_somebody_may_not_see_orders_and_chooses_nothing()
    {
        SecurityScope scope = SecurityScope.Of(ModelReader.Shipped, new Principal(["sales_assistant"], new Dictionary<string, IReadOnlyList<string>>())).Scope!;
        const string Hidden = "compared: { measure: \"sales.grossMargin\", to: PREVIOUS_PERIOD";

        Assert.Contains("measure-masked", plant.Text($"{{ sales({Period}) {{ byRegion(orderBy: {{ {Hidden}, direction: ASC }} }}) {{ region }} }} }}", scope: scope), StringComparison.Ordinal);
        Assert.Contains("measure-masked", plant.Text($"{{ sales({Period}) {{ byRegion(where: {{ {Hidden}, change: {{ gt: 1 }} }} }}) {{ region }} }} }}", scope: scope), StringComparison.Ordinal);
        Assert.Contains("no-such-measure", plant.Text($"{{ sales({Period}) {{ byRegion(orderBy: {{ compared: {{ measure: \"inventory.value\", to: PREVIOUS_PERIOD, direction: ASC }} }}) {{ region }} }} }}"), StringComparison.Ordinal);
    }

    private static string Values(string measure) => $"{measure} last: compare(to: SAME_PERIOD_LAST_YEAR) {{ {measure} }}";

    private JsonArray Told(string cut, string name)
    {
        JsonNode answer = plant.Ask($"{{ sales({Period}) {{ {cut} }} }}");
        Assert.True(answer["errors"] is null, answer.ToJsonString());
        return answer["data"]!["sales"]![name]!.AsArray();
    }

    private static double? Value(JsonNode row, string measure, string of, bool isSum)
    {
        (double? now, double? last) = (Number(row[measure]), Number(row["last"]?[measure]));
        return of == "VALUE" ? last : isSum ? Math.Round((now ?? 0) - (last ?? 0), 4) : now - last;
    }

    private static bool Meets(JsonNode row, string measure, bool isSum, string condition)
    {
        (double? change, double? value) = (Value(row, measure, "CHANGE", isSum), Value(row, measure, "VALUE", isSum));
        return condition switch
        {
            "change: { lt: 0 }" => change < 0,
            "change: { lt: 0.05 }" => change < 0.05,
            "value: { gt: 20000 }" => value > 20000,
            _ => change >= 1000.5 && value > 0,
        };
    }

    private static double? Number(JsonNode? value) => value is null ? null : double.Parse(value.ToJsonString(), CultureInfo.InvariantCulture);
}
