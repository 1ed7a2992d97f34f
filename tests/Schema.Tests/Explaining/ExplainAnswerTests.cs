using System.Text.Json.Nodes;
using ProdSales.Schema;
using ProdSales.SchemaTests.Answers;
using ProdSales.Semantics;

namespace ProdSales.SchemaTests.Explaining;

/// <summary>Explanations over GraphQL: sums that are exact, scopes that hold, refusals in both languages.</summary>
public sealed class ExplainAnswerTests(ServedPlant plant) : IClassFixture<ServedPlant>
{
    private const string Years = "period: { from: \"2025-01-01\", to: \"2025-09-30\" }, against: { from: \"2024-01-01\", to: \"2024-09-30\" }, asOf: \"2026-01-01\"";

    private const string Recorded = "period: { from: \"2025-03-01\", to: \"2025-05-31\" }, against: { from: \"2024-07-01\", to: \"2024-11-30\" }, asOf: \"2026-01-01\"";

    private const string Body = "{ before now change nothingStandsOut hash attributions { dimension members { member { name } contribution mix rate } } }";

    [Theory]
    [InlineData("sales.revenue", Years)]
    [InlineData("sales.grossMarginRate", Years)]
    [InlineData("delivery.otdRate", Recorded)]
    [InlineData("reliability.failureRate", Recorded)]
    public void Contributions_of_every_attribution_sum_to_the_change_to_the_last_digit(string measure, string periods)
    {
        JsonNode explanation = JsonNode.Parse(plant.Data($"{{ explain(measure: \"{measure}\", {periods}) {Body} }}"))!["explain"]!;
        decimal change = Number(explanation["change"]);

        Assert.Equal(change, Number(explanation["now"]) - Number(explanation["before"]));
        Assert.NotEmpty(explanation["attributions"]!.AsArray());
        Assert.All(
            explanation["attributions"]!.AsArray(),
            attribution => Assert.Equal(change, attribution!["members"]!.AsArray().Sum(member => Number(member!["contribution"]))));
    }

    [Fact]
    public void The_change_and_its_contributions_are_those_of_SQL_written_by_hand()
    {
        JsonNode explanation = Explain("sales.revenue");
        JsonNode regions = explanation["attributions"]!.AsArray().Single(attribution => attribution!["dimension"]!.GetValue<string>() == "REGION")!;

        Assert.Equal(Change("true"), Number(explanation["change"]));
        Assert.Equal(
            Change("region_key = 2"),
            Number(regions["members"]!.AsArray().Single(member => member!["member"]!["name"]?.GetValue<string>() == "华南")!["contribution"]));
    }

    [Theory]
    [InlineData("sales.grossMargin", Years)]
    [InlineData("delivery.otdRate", Recorded)]
    public void What_is_not_selected_changes_neither_the_rest_nor_its_hash(string measure, string periods)
    {
        const string attributions = "before now hash sql attributions { dimension mix rate members { member { id name } contribution mix rate } }";
        JsonNode Ask(string fields) => JsonNode.Parse(plant.Data($"{{ explain(measure: \"{measure}\", {periods}) {{ {fields} }} }}"))!["explain"]!;
        JsonNode whole = Ask($"{attributions} ... {{ bridge {{ volume }} causes {{ measure }} segments {{ members {{ name }} }} }}");

        string alone = Ask(attributions).ToJsonString(Plain);
        foreach (string part in (string[])["bridge", "causes", "segments"])
        {
            ((JsonObject)whole).Remove(part);
        }

        Assert.Equal(whole.ToJsonString(Plain), alone);
    }

    [Fact]
    public void Filters_hold_on_both_sides() => Assert.Equal(
        Change("channel = 'dealer' AND region_key = 1"),
        Number(Explain("sales.revenue", ", where: [{ dimension: CHANNEL, in: [\"dealer\"] }, { dimension: REGION, in: [\"华东\"] }]")["change"]));

    [Fact]
    public void A_scope_narrows_an_explanation_to_its_rows_and_has_a_hash_of_its_own()
    {
        Principal manager = new(["regional_manager"], new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { ["region"] = ["华东"] });
        JsonNode seen = JsonNode.Parse(plant.Text(Question("sales.revenue"), scope: SecurityScope.Of(ModelReader.Shipped, manager).Scope!))!["data"]!["explain"]!;
        JsonNode whole = Explain("sales.revenue");

        Assert.Equal(Change("region_key = 1"), Number(seen["change"]));
        Assert.NotEqual(whole["hash"]!.GetValue<string>(), seen["hash"]!.GetValue<string>());
        Assert.DoesNotContain("华南", seen.ToJsonString(Plain), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sales.nothing", Years, "no-such-measure", "没有指标", "There is no measure")]
    [InlineData("sales.orders", Years, "parts-do-not-add-up", "无法相加", "do not add up")]
    [InlineData("sales.revenue", "period: { from: \"2025-01-01\", to: \"2025-09-30\" }, against: { from: \"2024-06-01\", to: \"2025-01-01\" }", "periods-overlap", "不得重叠", "they must not")]
    [InlineData("sales.revenue", "period: { from: \"2025-02-01\", to: \"2025-01-30\" }, against: { from: \"2024-06-01\", to: \"2024-07-01\" }", "period-ends-before-it-starts", "早于开始", "ends before it starts")]
    [InlineData("sales.revenue", "period: { from: \"2035-01-01\", to: \"2035-01-30\" }, against: { from: \"2034-06-01\", to: \"2034-07-01\" }", "nothing-to-compare", "无从比较", "nothing to compare")]
    [InlineData("delivery.otdRate", Years, "recorded-in-part", "不予归因", "is not attributed")]
    [InlineData("sales.revenue", Years + ", where: [{ dimension: DEVICE_LOT, in: [\"X\"] }]", "filter-not-reached", "不能按", "cannot be filtered by")]
    public void What_cannot_be_explained_is_refused_by_code_and_told_in_both_languages(string measure, string arguments, string code, string chinese, string english)
    {
        string question = $"{{ explain(measure: \"{measure}\", {arguments}) {{ change }} }}";
        foreach ((AnswerLanguage language, string said) in ((AnswerLanguage, string)[])[(AnswerLanguage.Chinese, chinese), (AnswerLanguage.English, english)])
        {
            JsonNode answer = JsonNode.Parse(plant.TextTo(new Caller(language, SecurityScope.Full), question))!;
            JsonNode error = Assert.Single(answer["errors"]!.AsArray())!;

            Assert.Null(answer["data"]!["explain"]);
            Assert.Equal(code, error["extensions"]!["code"]!.GetValue<string>());
            Assert.Contains(said, error["message"]!.GetValue<string>(), StringComparison.Ordinal);
        }
    }

    private static readonly System.Text.Json.JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static string Question(string measure, string where = "") => $"{{ explain(measure: \"{measure}\", {Years}{where}) {Body} }}";

    private JsonNode Explain(string measure, string where = "") => JsonNode.Parse(plant.Data(Question(measure, where)))!["explain"]!;

    private decimal Change(string condition) => (decimal)plant.Row(
        $"""
        SELECT CAST(sum(CASE WHEN year(ordered_date) = 2025 THEN net_amount ELSE -net_amount END) AS DECIMAL(18, 4)) FROM fact_sales_order_line
        WHERE is_cancelled IS NOT TRUE AND month(ordered_date) <= 9 AND year(ordered_date) IN (2024, 2025) AND ({condition})
        """)[0]!;

    private static decimal Number(JsonNode? node) => node!.GetValue<decimal>();
}
