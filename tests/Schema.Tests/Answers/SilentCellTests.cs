using System.Globalization;
using System.Text.Json.Nodes;
using ProdSales.Schema;
using ProdSales.Semantics;

namespace ProdSales.SchemaTests.Answers;

/// <summary>A value that is null because of the rows themselves says why: too few cases, with how many there were, or nothing on record.</summary>
public sealed class SilentCellTests
{
    private const string Thin = """
        subject: thin
        label: { zh-CN: 少, en: Thin }
        description: { zh-CN: 少, en: Thin. }
        measures:
          - { name: nps, measure: surveys.nps, minimum_sample: 40 }
          - { name: csat, measure: surveys.csat }
        """;

    [Fact]
    public void Too_few_cases_are_told_cell_by_cell_with_their_number()
    {
        using ServedPlant plant = Served();

        JsonNode answer = plant.Ask("""
            { thin(period: { from: "2025-01-01", to: "2025-12-31" }, asOf: "2026-01-01") {
                total { nps before: compare(to: SAME_PERIOD_LAST_YEAR) { nps } }
                byRegion { region nps overTime(grain: QUARTER) { period nps csat } } } }
            """);

        List<string> expected = [];
        foreach ((string[] path, string measure, string? comparison, long[]? row, long cases) in Cases(plant, answer["data"]!["thin"]!["byRegion"]!.AsArray()).Where(cell => cell.Cases < 40))
        {
            expected.Add($"{string.Join('.', path)} {measure} {comparison} [{string.Join(',', row ?? [])}] {cases}");
        }

        Assert.Equal(expected.Order(StringComparer.Ordinal), Told(answer, "sample-too-small").Order(StringComparer.Ordinal));
        Assert.All(Notes(answer, "sample-too-small"), note => Assert.Equal(40, note["minimum"]!.GetValue<int>()));
        Assert.NotNull(answer["data"]!["thin"]!["total"]!["nps"]);
        Assert.Empty(Told(answer, "no-data").Where(told => told.Contains(" nps ", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_period_and_a_step_without_data_say_so()
    {
        using ServedPlant plant = Served();

        JsonNode nothing = plant.Ask("""{ surveys(period: { from: "2019-01-01", to: "2019-12-31" }) { total { nps compare(to: PREVIOUS_PERIOD) { csat } } } }""");
        JsonNode steps = plant.Ask("""{ surveys(period: { from: "2024-01-01", to: "2024-12-31" }) { overTime(grain: DAY) { period nps responses } byCustomer { nps } } }""");

        JsonNode whole = plant.Ask("""{ surveys(period: { from: "2019-01-01", to: "2019-12-31" }) { total { nps csat } } }""");

        Assert.Equal(["surveys.total nps  [] ", "surveys.total csat  [] "], Told(whole, "no-data"));
        Assert.Equal(["surveys.total nps  [] ", "surveys.total csat PREVIOUS_PERIOD [] "], Told(nothing, "no-data"));
        JsonArray days = steps["data"]!["surveys"]!["overTime"]!.AsArray();
        IEnumerable<int> silent = Enumerable.Range(0, days.Count).Where(day => days[day]!["nps"] is null);
        Assert.Equal(silent.Select(day => $"surveys.overTime nps  [{day}] "), Told(steps, "no-data"));
        Assert.NotEmpty(silent);
    }

    [Fact]
    public void Rows_and_explanations_of_too_few_cases_are_refused_in_the_language_of_the_asker()
    {
        using ServedPlant plant = Served();
        string[] questions =
        [
            """{ rows(measure: "thin.nps", period: { from: "2025-01-01", to: "2025-01-31" }) { edges { cursor } } }""",
            """{ explain(measure: "thin.nps", period: { from: "2025-02-01", to: "2025-02-28" }, against: { from: "2025-01-01", to: "2025-01-31" }) { change } }""",
        ];

        foreach (string question in questions)
        {
            string english = plant.TextTo(new Caller(AnswerLanguage.English, SecurityScope.Full), question);
            string chinese = plant.TextTo(new Caller(AnswerLanguage.Chinese, SecurityScope.Full), question);
            JsonNode error = JsonNode.Parse(english)!["errors"]![0]!;

            Assert.Equal("sample-too-small", error["extensions"]!["code"]!.GetValue<string>());
            Assert.Contains("at least 40", error["message"]!.GetValue<string>(), StringComparison.Ordinal);
            Assert.Contains("40", JsonNode.Parse(chinese)!["errors"]![0]!["message"]!.GetValue<string>(), StringComparison.Ordinal);
            Assert.Contains("样本不足", JsonNode.Parse(chinese)!["errors"]![0]!["message"]!.GetValue<string>(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_status_of_a_target_stands_beside_it_and_says_where_there_is_no_target()
    {
        using ServedPlant plant = new("UPDATE fact_target SET target_value = 0 WHERE employee_key = 2");

        JsonNode answer = plant.Ask("""
            { quota(period: { from: "2024-01-01", to: "2025-12-31" }) {
                total { attainment attainmentStatus compare(to: SAME_PERIOD_LAST_YEAR) { attainmentStatus } }
                byEmployee { employee attainmentStatus targetAmount } }
              measures(subject: "quota") { name target { green amber } } }
            """);
        JsonArray employees = answer["data"]!["quota"]!["byEmployee"]!.AsArray();
        int[] without = [.. Enumerable.Range(0, employees.Count).Where(place => employees[place]!["targetAmount"]!.GetValue<decimal>() == 0)];

        double reached = answer["data"]!["quota"]!["total"]!["attainment"]!.GetValue<double>();
        Assert.Equal(reached >= 1 ? "GREEN" : reached >= 0.9 ? "AMBER" : "RED", answer["data"]!["quota"]!["total"]!["attainmentStatus"]!.GetValue<string>());
        Assert.Equal(
            without.Select(place => $"quota.byEmployee attainmentStatus  [{place}] "),
            Told(answer, "target-missing"));
        Assert.NotEmpty(without);
        Assert.All(without, place => Assert.Null(employees[place]!["attainmentStatus"]));
        Assert.Equal("""[{"green":1,"amber":0.9}]""", new JsonArray([.. answer["data"]!["measures"]!.AsArray().Select(measure => measure!["target"]?.DeepClone()).Where(rule => rule is not null)]).ToJsonString());
    }

    [Fact]
    public void A_plan_of_which_nothing_made_is_known_has_no_data_and_not_no_target()
    {
        using ServedPlant plant = new("UPDATE fact_production_plan SET actual_quantity = NULL; DELETE FROM fact_work_order");

        JsonNode answer = plant.Ask("""{ planAttainment(period: { from: "2024-01-01", to: "2025-12-31" }) { total { plannedQuantity attainment attainmentStatus } } }""");

        Assert.True(answer["data"]!["planAttainment"]!["total"]!["plannedQuantity"]!.GetValue<decimal>() > 0);
        Assert.Equal(["planAttainment.total attainment  [] ", "planAttainment.total attainmentStatus  [] "], Told(answer, "no-data"));
        Assert.Empty(Told(answer, "target-missing"));
    }

    private static ServedPlant Served() =>
        new(null, ModelReader.Compile([.. ModelFile.Shipped, new ModelFile("thin.yaml", Thin) { Folder = "mine" }]).Model);

    // Every cell that is asked for, with its number of cases by hand.
    private static IEnumerable<(string[] Path, string Measure, string? Comparison, long[]? Row, long Cases)> Cases(ServedPlant plant, JsonArray regions)
    {
        yield return (["thin", "total"], "nps", null, null, Answers(plant, "year(answered_date) = 2025"));
        yield return (["thin", "total"], "nps", "SAME_PERIOD_LAST_YEAR", null, Answers(plant, "year(answered_date) = 2024"));
        for (int place = 0; place < regions.Count; place++)
        {
            string of = $"region_key = (SELECT region_key FROM dim_region WHERE region IS NOT DISTINCT FROM {(regions[place]!["region"] is { } name ? $"'{name.GetValue<string>()}'" : "NULL")})";
            yield return (["thin", "byRegion"], "nps", null, [place], Answers(plant, $"year(answered_date) = 2025 AND {of}"));
            JsonArray quarters = regions[place]!["overTime"]!.AsArray();
            for (int quarter = 0; quarter < quarters.Count; quarter++)
            {
                yield return (["thin", "byRegion", "overTime"], "nps", null, [place, quarter],
                    Answers(plant, $"date_trunc('quarter', answered_date) = DATE '{quarters[quarter]!["period"]!.GetValue<string>()}' AND {of}"));
            }
        }
    }

    private static long Answers(ServedPlant plant, string where) =>
        Convert.ToInt64(plant.Row($"SELECT count(nps) FROM fact_survey WHERE {where}")[0], CultureInfo.InvariantCulture);

    private static IEnumerable<JsonNode> Notes(JsonNode answer, string code) =>
        (answer["extensions"]?["unavailable"]?.AsArray() ?? []).OfType<JsonNode>().Where(note => note["code"]!.GetValue<string>() == code);

    private static string[] Told(JsonNode answer, string code) =>
    [
        .. Notes(answer, code).SelectMany(note => (note["cells"]?.AsArray() ?? [note.DeepClone()]).Select(cell =>
            $"{string.Join('.', note["path"]!.AsArray().Select(step => step!.GetValue<string>()))} {note["measure"]} {note["comparison"]} [{string.Join(',', (cell!["row"]?.AsArray() ?? []).Select(step => step!.ToString()))}] {cell["sample"]}")),
    ];
}
