using System.Text.Json.Nodes;
using ProdSales.SchemaTests.Answers;
using ProdSales.Semantics;

namespace ProdSales.SchemaTests.Drilling;

/// <summary>What a measure is held against can be asked for beside it in every step of a series, with whether it is met, or why that cannot be told.</summary>
public sealed class TargetSeriesTests(ServedPlant plant) : IClassFixture<ServedPlant>
{
    private const string Period = "period: { from: \"2024-01-01\", to: \"2025-12-31\" }, asOf: \"2026-01-01\"";

    [Fact]
    public void Every_measure_with_a_target_names_both_sides_and_each_step_tells_them()
    {
        JsonArray measures = plant.Ask("{ measures { name subject good target { green amber actual { name subject } target { name subject } } } }")["data"]!["measures"]!.AsArray();
        JsonNode[] judged = [.. measures.Where(measure => measure!["target"] is not null).Select(measure => measure!)];
        Assert.Equal(ModelReader.Shipped.Subjects.Sum(subject => subject.Measures.Count(measure => measure.Attainment is not null)), judged.Length);

        foreach (JsonNode measure in judged)
        {
            (string subject, string name, JsonNode rule) = (Text(measure, "subject"), Text(measure, "name"), measure["target"]!);
            Assert.Equal([subject, subject], new[] { "actual", "target" }.Select(side => Text(rule[side]!, "subject")));
            JsonNode answer = plant.Ask($"{{ it: {subject}({Period}) {{ overTime(grain: MONTH, everyStep: true) {{ period actual: {Text(rule["actual"]!, "name")} target: {Text(rule["target"]!, "name")} value: {name} status: {name}Status }} }} }}");
            JsonArray steps = answer["data"]!["it"]!["overTime"]!.AsArray();
            string[] silent = [.. steps.Select((step, place) => (step, place)).Where(at => at.step!["status"] is null).Select(at => $"{name}Status {at.place}")];

            Assert.Equal(24, steps.Count);
            Assert.All(steps, step => Assert.Equal(Judged(step!, rule, Text(measure, "good") == "DOWN"), step!["status"]?.GetValue<string>()));
            Assert.All(steps.Where(step => step!["status"] is not null), step => Assert.Equal((double)Number(step!, "actual")!.Value / (double)Number(step!, "target")!.Value, step!["value"]!.GetValue<double>(), 9));
            Assert.NotEqual(24, silent.Length);
            Assert.Equal(silent, Notes(answer).Where(note => Text(note, "measure") == $"{name}Status").SelectMany(note => note["cells"]!.AsArray().Select(cell => (int)cell!["row"]![0]!)).Order().Select(place => $"{name}Status {place}"));
            Assert.All(Notes(answer), note => Assert.Contains(Text(note, "code"), new[] { "no-data", "target-missing" }));
        }
    }

    [Theory]
    [InlineData("expenses", "actual: budgetedExpense target: plannedExpense value: expenseToPlan status: expenseToPlanStatus", """
        SELECT date_trunc('month', expense_date) AS month, sum(amount) FILTER (WHERE planned_amount IS NOT NULL) AS actual, sum(planned_amount) AS target, CAST(actual AS DOUBLE) / nullif(target, 0),
               CASE WHEN target > 0 THEN CASE WHEN actual <= target THEN 'GREEN' WHEN actual <= target * 1.1 THEN 'AMBER' ELSE 'RED' END END
        FROM fact_expense WHERE expense_date BETWEEN '2024-01-01' AND '2025-12-31' GROUP BY 1 ORDER BY 1
        """)]
    [InlineData("quota", "actual: actualAmount target: targetAmount value: attainment status: attainmentStatus", """
        WITH goal AS (
            SELECT DISTINCT e.employee_durable_key AS k, t.valid_from, t.valid_to, t.target_value FROM fact_target AS t JOIN dim_employee AS e USING (employee_key)
            WHERE t.measure = 'revenue' AND t.employee_key <> 0 AND t.valid_from BETWEEN '2024-01-01' AND '2025-12-31'
        ), sold AS (
            SELECT e.employee_durable_key AS k, l.ordered_date AS d, l.net_amount AS a FROM fact_sales_order_line AS l JOIN dim_employee AS e ON e.employee_key = l.owner_key WHERE l.is_cancelled IS NOT TRUE
        )
        SELECT date_trunc('month', valid_from) AS month, sum((SELECT coalesce(sum(a), 0) FROM sold WHERE sold.k = goal.k AND d >= valid_from AND d < valid_to)) AS actual, sum(target_value) AS target,
               CAST(actual AS DOUBLE) / nullif(target, 0), CASE WHEN target > 0 THEN CASE WHEN actual >= target THEN 'GREEN' WHEN actual >= target * 0.9 THEN 'AMBER' ELSE 'RED' END END
        FROM goal GROUP BY 1 ORDER BY 1
        """)]
    public void A_series_with_its_targets_is_what_SQL_by_hand_gives(string subject, string fields, string byHand)
    {
        JsonArray steps = plant.Ask($"{{ it: {subject}({Period}) {{ overTime(grain: MONTH) {{ period {fields} }} }} }}")["data"]!["it"]!["overTime"]!.AsArray();

        string[] told = [.. steps.Select(step => Line(DateOnly.Parse(Text(step!, "period"), System.Globalization.CultureInfo.InvariantCulture), Number(step!, "actual"), Number(step!, "target"), step!["value"]?.GetValue<double>(), step["status"]?.GetValue<string>()))];

        Assert.Equal(plant.Rows(byHand).Select(row => Line(row[0] is DateTime instant ? DateOnly.FromDateTime(instant) : (DateOnly)row[0]!, row[1] as decimal?, row[2] as decimal?, row[3] as double?, row[4] as string)), told);
        Assert.True(told.Length > 3);
    }

    [Fact]
    public void A_target_that_was_stated_for_any_measure_is_told_beside_it_in_totals_cuts_and_series()
    {
        using ServedPlant stated = new("""
            INSERT INTO fact_target BY NAME
            SELECT 1 AS source_key, concat('S', g.name, region_key) AS source_id, 1 AS version, 1 AS batch_id, valid_from, valid_to, name AS measure, 0 AS employee_key, 0 AS organisation_key, 0 AS product_key,
                   value AS target_value, region_key, region_key AS own_region_key
            FROM (VALUES ('otd_rate', DATE '2024-01-01', DATE '2025-01-01', 0.5, 0), ('otd_rate', DATE '2025-01-01', DATE '2026-01-01', 0.9, 1), ('sales.revenue', DATE '2024-01-01', DATE '2025-01-01', 0, 0)) AS g(name, valid_from, valid_to, value, region_key)
            """);
        JsonNode answer = stated.Ask($"{{ it: delivery({Period}) {{ overTime(grain: YEAR) {{ otdRate target {{ otdRate {{ value attainment status }} }} byRegion {{ region otdRate target {{ __typename otdRate {{ value attainment status }} }} }} }} total {{ target {{ otdRate {{ value status }} }} }} }} }}");
        JsonArray years = answer["data"]!["it"]!["overTime"]!.AsArray();
        double rate = years[0]!["otdRate"]!.GetValue<double>();
        JsonNode told = years[0]!["target"]!["otdRate"]!;

        Assert.Equal((0.5m, rate / 0.5, rate >= 0.5 ? "GREEN" : rate >= 0.45 ? "AMBER" : "RED"), (told["value"]!.GetValue<decimal>(), told["attainment"]!.GetValue<double>(), told["status"]!.GetValue<string>()));
        Assert.Equal("""{"value":null,"attainment":null,"status":null}""", years[1]!["target"]!["otdRate"]!.ToJsonString());
        JsonNode[] regions = [.. years[1]!["byRegion"]!.AsArray().Where(region => region!["target"]!["otdRate"]!["value"] is not null).Select(region => region!)];
        Assert.Equal(0.9m, Assert.Single(regions)["target"]!["otdRate"]!["value"]!.GetValue<decimal>());
        JsonNode nothing = stated.Ask("{ it: sales(period: {from: \"2024-01-01\", to: \"2024-12-31\"}) { total { target { revenue { value attainment status } } } } }");
        Assert.Equal("""{"value":0,"attainment":null,"status":null}""", nothing["data"]!["it"]!["total"]!["target"]!["revenue"]!.ToJsonString().Replace("0.0000", "0", StringComparison.Ordinal));
        Assert.Equal("target-missing", Text(Assert.Single(Notes(nothing)), "code"));
        Assert.Equal("DeliveryTargets", Text(regions[0]["target"]!, "__typename"));
        Assert.Equal(stated.Row("SELECT region FROM dim_region WHERE region_key = 1")[0], Text(regions[0], "region"));
        Assert.Equal(["it.overTime target.otdRate target-missing [1]", "it.total target.otdRate target-missing []"],
            Notes(answer).Select(note => $"{string.Join('.', note["path"]!.AsArray())} {Text(note, "measure")} {Text(note, "code")} [{string.Join(',', (note["cells"]?.AsArray() ?? []).Select(cell => cell!["row"]![0]))}]"));
    }

    private static string? Judged(JsonNode step, JsonNode rule, bool isLessBetter)
    {
        if (Number(step, "target") is not > 0 || Number(step, "actual") is null)
        {
            return null;
        }

        double value = step["value"]!.GetValue<double>();
        double[] limits = [rule["green"]!.GetValue<double>(), rule["amber"]!.GetValue<double>()];
        bool[] reaches = Array.ConvertAll(limits, limit => isLessBetter ? value <= limit : value >= limit);
        return reaches[0] ? "GREEN" : reaches[1] ? "AMBER" : "RED";
    }

    private static IEnumerable<JsonNode> Notes(JsonNode answer) => (answer["extensions"]?["unavailable"]?.AsArray() ?? []).Select(note => note!);

    private static string Line(DateOnly month, decimal? actual, decimal? target, double? value, string? status) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{month:O} {actual:0.####} of {target:0.####}: {value:0.000000000} {status}");

    private static decimal? Number(JsonNode step, string name) => step[name]?.GetValue<decimal>();

    private static string Text(JsonNode node, string name) => node[name]!.GetValue<string>();
}
