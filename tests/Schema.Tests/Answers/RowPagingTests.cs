using System.Globalization;
using System.Text.Json.Nodes;

namespace ProdSales.SchemaTests.Answers;

/// <summary>Pages of rows by the connection specification of Relay: forwards, backwards, between two cursors, and while rows are loaded.</summary>
public sealed class RowPagingTests(ServedPlant plant) : IClassFixture<ServedPlant>
{
    private const string Measured = "measure: \"sales.revenue\", period: { from: \"2024-01-01\", to: \"2025-12-31\" }, where: [{ dimension: REGION, in: [\"华东\"] }]";

    [Theory]
    [InlineData("sales.revenue")]
    [InlineData("leadToCash.wonCount")]
    [InlineData("sales.grossMarginRate")]
    [InlineData("quota.attainment")]
    public void Pages_from_the_end_hold_the_rows_of_pages_from_the_beginning(string measure)
    {
        string asked = $"measure: \"{measure}\", period: {{ from: \"2024-01-01\", to: \"2025-12-31\" }}";
        string[] forwards = [.. Pages(plant, asked, "first: 37", "after", "endCursor", "hasNextPage", "hasPreviousPage").SelectMany(page => page)];
        string[] backwards = [.. Pages(plant, asked, "last: 23", "before", "startCursor", "hasPreviousPage", "hasNextPage").Reverse().SelectMany(page => page)];

        Assert.Equal(forwards, backwards);
        Assert.Equal(forwards.Length, forwards.Distinct().Count());
        Assert.Equal(forwards.Length, Rows(plant, asked, "first: 1", "totalCount")["totalCount"]!.GetValue<int>());
    }

    [Fact]
    public void Rows_between_two_cursors_are_those_between()
    {
        string[] all = [.. Cursors(Rows(plant, Measured, "first: 60", "edges { cursor }"))];
        JsonNode first = Rows(plant, Measured, $"first: 5, after: \"{all[9]}\", before: \"{all[40]}\"", "edges { cursor } nodes { fact } pageInfo { hasNextPage hasPreviousPage }");
        JsonNode last = Rows(plant, Measured, $"last: 100, after: \"{all[9]}\", before: \"{all[40]}\"", "edges { cursor } pageInfo { hasNextPage hasPreviousPage }");

        Assert.Equal(all[10..15], Cursors(first));
        Assert.Equal(5, first["nodes"]!.AsArray().Count);
        Assert.Equal(all[10..40], Cursors(last));
        Assert.All(new[] { first, last }, page => Assert.Equal("""{"hasNextPage":true,"hasPreviousPage":true}""", page["pageInfo"]!.ToJsonString()));
    }

    [Fact]
    public void Rows_that_are_loaded_between_pages_neither_shift_nor_repeat_others()
    {
        using ServedPlant own = new();
        string[] before = [.. Cursors(Rows(own, Measured, "first: 500", "edges { cursor }"))];
        JsonNode page = Rows(own, Measured, "first: 50", "edges { cursor } pageInfo { endCursor }");
        own.Change("INSERT INTO fact_sales_order_line BY NAME SELECT * REPLACE (source_id || 'x' AS source_id) FROM fact_sales_order_line");

        string[] rest = [.. Cursors(Rows(own, Measured, $"first: 500, after: \"{page["pageInfo"]!["endCursor"]}\"", "edges { cursor }"))];

        Assert.Equal(before[50..], rest.Intersect(before));
        Assert.Equal(rest.Length, rest.Distinct().Count());
        Assert.True(rest.Length > before.Length - 50);
    }

    [Theory]
    [InlineData("first: 5, last: 5", "first-and-last")]
    [InlineData("last: 0", "last-out-of-range")]
    [InlineData("last: 501", "last-out-of-range")]
    [InlineData("last: 5, before: \"abc\"", "cursor-of-another-question")]
    public void What_is_no_page_is_refused(string page, string code) =>
        Assert.Equal(code, plant.Ask($"{{ rows({Measured}, {page}) {{ totalCount }} }}")["errors"]![0]!["extensions"]!["code"]!.GetValue<string>());

    [Fact]
    public void A_cursor_of_another_number_is_refused_by_the_name_of_its_argument()
    {
        string cursor = Cursors(Rows(plant, Measured, "first: 1", "edges { cursor }")).Single();
        JsonNode error = plant.Ask($"{{ rows({Measured.Replace("sales.revenue", "sales.quantity", StringComparison.Ordinal)}, last: 3, before: \"{cursor}\") {{ totalCount }} }}")["errors"]![0]!;

        Assert.Equal("before", error["extensions"]!["argument"]!.GetValue<string>());
        Assert.Contains("before", error["message"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public void Members_are_meant_by_the_version_that_is_asked_for()
    {
        object?[] expected = plant.Row("SELECT count(*) FROM fact_sales_order_line JOIN dim_customer AS was USING (customer_key) JOIN dim_customer AS now ON now.customer_durable_key = was.customer_durable_key AND now.is_current WHERE is_cancelled IS NOT TRUE AND now.industry = 'ports' AND ordered_date <= DATE '2025-12-31'");
        JsonNode rows = Rows(plant, "measure: \"sales.revenue\", period: { from: \"2024-01-01\", to: \"2025-12-31\" }, where: [{ dimension: INDUSTRY, in: [\"ports\"] }], history: { version: AS_IS }", "first: 1", "totalCount");

        Assert.Equal(Convert.ToInt32(expected[0], CultureInfo.InvariantCulture), rows["totalCount"]!.GetValue<int>());
    }

    private static IEnumerable<string[]> Pages(ServedPlant plant, string asked, string size, string beyond, string edge, string goesOn, string wentBefore)
    {
        string cursor = "";
        bool hasMore = true;
        for (int number = 0; hasMore; number++)
        {
            JsonNode rows = Rows(plant, asked, $"{size}{cursor}", "edges { cursor node { fact keys { column value } adds } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }");
            Assert.Equal(number > 0, rows["pageInfo"]![wentBefore]!.GetValue<bool>());
            yield return [.. rows["edges"]!.AsArray().Select(row => row!.ToJsonString())];
            cursor = $", {beyond}: \"{rows["pageInfo"]![edge]}\"";
            hasMore = rows["pageInfo"]![goesOn]!.GetValue<bool>();
        }
    }

    private static IEnumerable<string> Cursors(JsonNode rows) => rows["edges"]!.AsArray().Select(edge => edge!["cursor"]!.GetValue<string>());

    private static JsonNode Rows(ServedPlant plant, string asked, string page, string fields)
    {
        JsonNode answer = plant.Ask($"{{ rows({asked}, {page}) {{ {fields} }} }}");
        Assert.True(answer["errors"] is null, answer.ToJsonString());
        return answer["data"]!["rows"]!;
    }
}
