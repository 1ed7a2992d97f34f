using System.Globalization;
using System.Text.Json.Nodes;

namespace ProdSales.SchemaTests.Answers;

/// <summary>Comparisons over GraphQL: by name, several at once, clipped, and null with a reason where there is nothing to compare with.</summary>
public sealed class ComparisonAnswerTests(ServedPlant plant) : IClassFixture<ServedPlant>
{
    private const string June = "period: { from: \"2025-06-01\", to: \"2025-06-30\" }, asOf: \"2025-06-10\"";

    [Fact]
    public void Several_comparisons_stand_side_by_side_under_their_aliases()
    {
        JsonNode total = JsonNode.Parse(plant.Data($$"""
            { sales({{June}}) { total {
                before: compare(to: PREVIOUS_PERIOD) { orderLines }
                soFar: compare(to: PREVIOUS_PERIOD, clipped: true) { orderLines }
                year: compare(to: SAME_PERIOD_LAST_YEAR) { orderLines }
                workdays: compare(to: SAME_WORKDAYS_PREVIOUS_PERIOD, clipped: true) { orderLines } } } }
            """))!["sales"]!["total"]!;

        // The 3rd to the 10th of June are 6 workdays; the first 6 of May end with the 13th.
        Assert.Equal(Lines("2025-05-01", "2025-05-31"), total["before"]!["orderLines"]!.GetValue<long>());
        Assert.Equal(Lines("2025-05-01", "2025-05-10"), total["soFar"]!["orderLines"]!.GetValue<long>());
        Assert.Equal(Lines("2024-06-01", "2024-06-30"), total["year"]!["orderLines"]!.GetValue<long>());
        Assert.Equal(Lines("2025-05-01", "2025-05-13"), total["workdays"]!["orderLines"]!.GetValue<long>());
    }

    [Fact]
    public void A_comparison_that_no_calendar_reaches_is_null_with_a_reason_and_the_measure_itself_is_not()
    {
        JsonNode answer = plant.Ask("""
            { sales(period: { from: "1990-01-01", to: "2025-12-31" }) { total { orderLines compare(to: SAME_WORKDAYS_LAST_YEAR) { orderLines } } } }
            """);

        Assert.NotNull(answer["data"]!["sales"]!["total"]!["orderLines"]);
        Assert.Null(answer["data"]!["sales"]!["total"]!["compare"]!["orderLines"]);
        Assert.Equal(
            """[{"path":["sales","total"],"measure":"orderLines","code":"no-counterpart","comparison":"SAME_WORKDAYS_LAST_YEAR"}]""",
            answer["extensions"]!["unavailable"]!.ToJsonString());
    }

    // On record from 20 March 2024 to 5 September 2025; the small plant is never silent for seven weeks.
    [Theory]
    [InlineData("2025-02-01", "2025-03-31", "SAME_PERIOD_LAST_YEAR", "recorded-in-part")]
    [InlineData("2025-11-01", "2025-12-31", "PREVIOUS_PERIOD", "recorded-in-part")]
    [InlineData("2025-11-01", "2025-12-31", "SAME_WORKDAYS_PREVIOUS_PERIOD", "recorded-in-part")]
    [InlineData("2025-04-01", "2025-04-30", "SAME_PERIOD_LAST_YEAR", null)]
    [InlineData("2025-05-01", "2025-05-31", "PREVIOUS_PERIOD", null)]
    public void What_is_recorded_in_part_is_not_compared_with(string from, string to, string comparison, string? code)
    {
        using ServedPlant cut = new("DELETE FROM fact_sales_order_line WHERE ordered_date NOT BETWEEN '2024-03-20' AND '2025-09-05'");
        JsonNode answer = cut.Ask($$"""{ sales(period: { from: "{{from}}", to: "{{to}}" }, asOf: "2026-01-01") { total { compare(to: {{comparison}}) { orderLines revenue } } byRegion(orderBy: { compared: { measure: "sales.orderLines", to: {{comparison}}, direction: ASC } }) { compare(to: {{comparison}}) { orderLines } } } }""");
        string?[] codes = [.. (answer["extensions"]?["unavailable"]?.AsArray() ?? []).Where(note => note!["comparison"] is not null).Select(note => $"{note!["path"]![1]} {note["measure"]} {note["code"]}")];

        Assert.Equal(code is null ? [] : ["total orderLines recorded-in-part", "total revenue recorded-in-part", "byRegion orderLines recorded-in-part"], codes);
        Assert.Equal(code is null, answer["data"]!["sales"]!["total"]?["compare"]?["orderLines"] is not null);
    }

    [Fact]
    public void Of_a_series_the_steps_alone_are_left_out_that_are_recorded_in_part()
    {
        using ServedPlant cut = new("DELETE FROM fact_sales_order_line WHERE ordered_date NOT BETWEEN '2024-03-20' AND '2025-09-05'");
        JsonArray months = cut.Ask("""{ sales(period: { from: "2025-01-01", to: "2025-05-31" }, asOf: "2026-01-01") { overTime(grain: MONTH) { period compare(to: SAME_PERIOD_LAST_YEAR) { orderLines } } } }""")["data"]!["sales"]!["overTime"]!.AsArray();

        Assert.Equal([null, Lines("2024-04-01", "2024-04-30"), Lines("2024-05-01", "2024-05-31")], months.Select(month => month!["compare"]!["orderLines"]?.GetValue<long>()));
        Assert.True(Lines("2024-03-20", "2024-03-31") > 0);
    }

    [Theory]
    [InlineData("delivery", "dueLines")]
    [InlineData("delivery", "otifRate")]
    public void Rows_made_of_several_tables_are_recorded_in_part_as_those_of_one_are(string subject, string measure)
    {
        using ServedPlant cut = new("DELETE FROM fact_schedule_line WHERE first_commit_date < '2024-05-10'");
        JsonNode answer = cut.Ask($$"""{ {{subject}}(period: { from: "2024-06-01", to: "2024-08-31" }, asOf: "2026-01-01") { total { {{measure}} compare(to: PREVIOUS_PERIOD) { {{measure}} } } } }""");

        Assert.Contains("recorded-in-part", answer["extensions"]!["unavailable"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.Null(answer["data"]![subject]!["total"]!["compare"]![measure]);
        Assert.NotNull(answer["data"]![subject]!["total"]![measure]);
    }

    [Fact]
    public void What_one_question_finds_is_not_said_of_another_beside_it()
    {
        using ServedPlant cut = new("DELETE FROM fact_sales_order_line WHERE ordered_date NOT BETWEEN '2024-03-04' AND '2025-09-05'");
        JsonNode answer = cut.Ask("""
            {
              whole: sales(period: { from: "2024-04-01", to: "2024-04-30" }, asOf: "2026-01-01") { total { compare(to: PREVIOUS_PERIOD) { orderLines } } }
              part: sales(period: { from: "2024-04-01", to: "2024-06-30" }, asOf: "2026-01-01") { total { compare(to: PREVIOUS_PERIOD) { orderLines } } }
            }
            """);

        Assert.NotNull(answer["data"]!["whole"]!["total"]!["compare"]!["orderLines"]);
        Assert.Null(answer["data"]!["part"]!["total"]!["compare"]!["orderLines"]);
    }

    [Fact]
    public void Of_a_period_that_is_recorded_in_part_the_number_is_told_with_the_days_that_it_stands_for()
    {
        using ServedPlant cut = new("DELETE FROM fact_sales_order_line WHERE ordered_date NOT BETWEEN '2024-03-20' AND '2025-09-05'");
        string first = ((DateOnly)cut.Row("SELECT min(ordered_date) FROM fact_sales_order_line")[0]!).ToString("O", CultureInfo.InvariantCulture);
        string last = ((DateOnly)cut.Row("SELECT max(ordered_date) FROM fact_sales_order_line")[0]!).ToString("O", CultureInfo.InvariantCulture);
        JsonNode answer = cut.Ask("""
            {
              spring: sales(period: { from: "2024-02-01", to: "2024-03-31" }, asOf: "2026-01-01") { total { orderLines } byRegion { orderLines } }
              april: sales(period: { from: "2024-04-01", to: "2024-04-30" }, asOf: "2026-01-01") { total { orderLines } }
            }
            """);

        Assert.NotNull(answer["data"]!["spring"]!["total"]!["orderLines"]);
        Assert.Equal($$"""[{"path":["spring"],"measure":"orderLines","firstDate":"{{first}}","lastDate":"{{last}}"}]""", answer["extensions"]!["recordedInPart"]!.ToJsonString());
    }

    private long Lines(string from, string to) => Convert.ToInt64(
        plant.Row($"SELECT count(*) FROM fact_sales_order_line WHERE is_cancelled IS NOT TRUE AND ordered_date BETWEEN '{from}' AND '{to}'")[0], CultureInfo.InvariantCulture);
}
