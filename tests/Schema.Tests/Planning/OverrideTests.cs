using System.Text.Json.Nodes;
using ProdSales.Schema;
using ProdSales.SchemaTests.Answers;
using ProdSales.Semantics;

namespace ProdSales.SchemaTests.Planning;

/// <summary>A planner's number is kept beside the forecast with who said it and why, by those who may.</summary>
public sealed class OverrideTests : IDisposable
{
    private const string Forecasts = """
        INSERT INTO fact_forecast BY NAME
        SELECT 1 AS source_key, 'S' || r || m AS source_id, 1 AS version, 1 AS batch_id, DATE '2025-09-30' AS origin_date, CAST(DATE '2025-09-01' + to_months(CAST(m AS INTEGER)) AS DATE) AS period_start,
               last_day(period_start) AS period_end, 'statistical' AS method, 'revenue' AS measure, 0 AS employee_key, 0 AS product_key, 'electric' AS product_line,
               CAST(r * 100 AS DECIMAL(18,4)) AS amount, CAST(r AS SMALLINT) AS region_key, 0 AS own_region_key
        FROM range(1, 4) AS a(r), range(0, 3) AS b(m);
        -- The plant's rows are of no batch that was loaded.
        UPDATE fact_forecast SET batch_id = 0
        """;

    private readonly ServedPlant _plant = new(Forecasts, now: new DateTimeOffset(2025, 10, 1, 8, 0, 0, TimeSpan.Zero));

    public void Dispose() => _plant.Dispose();

    [Fact]
    public void An_override_is_shared_out_as_the_forecast_sees_it_and_leaves_the_forecast_alone()
    {
        JsonNode answer = Ask(Planner("wang"), """overrideForecast(measure: "revenue", period: "2025-11-15", value: 900, reason: "a tender") { measure origin periodStart periodEnd statistical value series madeBy reason }""");

        Assert.True(answer["errors"] is null, answer.ToJsonString());
        Assert.Equal(
            """{"measure":"revenue","origin":"2025-09-30","periodStart":"2025-11-01","periodEnd":"2025-11-30","statistical":600.0000,"value":900,"series":3,"madeBy":"wang","reason":"a tender"}""",
            answer["data"]!["done"]!.ToJsonString());
        Assert.Equal(["150", "300", "450"], Amounts("override"));
        Assert.Equal(["100", "200", "300"], Amounts("statistical"));
    }

    [Fact]
    public void Of_several_overrides_the_last_counts_and_all_are_kept()
    {
        Ask(Planner("wang"), """overrideForecast(measure: "revenue", period: "2025-11-15", value: 900, reason: "a tender") { series }""");
        Ask(Planner("li"), """overrideForecast(measure: "revenue", period: "2025-11-15", value: 30, reason: "lost", region: "华东") { series }""");

        Assert.Equal([4L], _plant.Row("SELECT count(*) FROM fact_forecast WHERE method = 'override'"));
        Assert.Equal(["1|li|30"], [.. _plant.Row("SELECT string_agg(concat_ws('|', region_key, made_by, CAST(value AS INTEGER)), ',' ORDER BY region_key) FROM forecast_word WHERE method = 'override' AND period_start = '2025-11-01' AND region_key = 1").Cast<string>()]);
    }

    [Theory]
    [InlineData("""overrideForecast(measure: "luck", period: "2025-11-15", value: 9, reason: "x") { series }""", "no-such-series")]
    [InlineData("""overrideForecast(measure: "revenue", period: "2029-11-15", value: 9, reason: "x") { series }""", "no-forecast-to-override")]
    [InlineData("""overrideForecast(measure: "revenue", period: "2025-09-15", value: 9, reason: "x") { series }""", "period-is-over")]
    [InlineData("""overrideForecast(measure: "revenue", period: "2025-11-15", value: -9, reason: "x") { series }""", "negative-value")]
    [InlineData("""overrideForecast(measure: "revenue", period: "2025-11-15", value: 9, reason: " ") { series }""", "reason-missing")]
    public void What_cannot_be_overridden_is_refused_by_name(string field, string code)
    {
        Assert.Equal(code, (string?)Ask(Planner("wang"), field)["errors"]![0]!["extensions"]!["code"]);
        Assert.Equal([0L], _plant.Row("SELECT count(*) FROM fact_forecast WHERE method = 'override'"));
    }

    [Fact]
    public void Without_the_right_nobody_overrides()
    {
        JsonNode answer = Ask(new Caller(AnswerLanguage.English, Scope("executive")), """overrideForecast(measure: "revenue", period: "2025-11-15", value: 9, reason: "x") { series }""");

        Assert.Equal("right-missing", (string?)answer["errors"]![0]!["extensions"]!["code"]);
        Assert.Equal([0L], _plant.Row("SELECT count(*) FROM fact_forecast WHERE method = 'override'"));
    }

    private JsonNode Ask(Caller caller, string field) => JsonNode.Parse(_plant.TextTo(caller, $"mutation {{ done: {field} }}"))!;

    private string[] Amounts(string method) =>
        ((string)_plant.Row($"SELECT string_agg(CAST(CAST(amount AS INTEGER) AS VARCHAR), ',' ORDER BY amount) FROM fact_forecast WHERE method = '{method}' AND period_start = '2025-11-01' AND origin_date = '2025-09-30'")[0]!).Split(',');

    private static Caller Planner(string name) => new(AnswerLanguage.English, Scope("planner")) { Name = name };

    private static SecurityScope Scope(string role) => SecurityScope.Of(ModelReader.Shipped, new Principal([role], new Dictionary<string, IReadOnlyList<string>>())).Scope!;
}
