using System.Text.Json;
using System.Text.Json.Nodes;
using ProdSales.Predictions.Definition;
using ProdSales.Schema;
using ProdSales.SchemaTests.Answers;
using ProdSales.Semantics;

namespace ProdSales.SchemaTests.Predictions;

/// <summary>What GraphQL tells of predictions, of models and of one score, to whom.</summary>
public sealed class PredictionAnswerTests(PlantWithModels served) : IClassFixture<PlantWithModels>
{
    private readonly ServedPlant _plant = served.Plant;

    [Fact]
    public void Predictions_tell_in_both_languages_what_they_are_not_for_and_who_serves()
    {
        JsonNode win = _plant.Ask("{ predictions { name definition horizonDays horizons label(language: EN) notFor subjectType isWished champion challenger skill features { name label(language: EN) } } }")["data"]!["predictions"]!
            .AsArray().Single(held => (string?)held!["name"] == "win_90")!;
        PredictionDefinition known = PredictionCatalogue.Find("win_90")!.Definition;

        Assert.Equal(("win", 90, "win_90-1", "win_90-2", "GOOD"), ((string?)win["definition"], (int)win["horizonDays"]!, (string?)win["champion"], (string?)win["challenger"], (string?)win["skill"]));
        Assert.Equal(known.NotFor.Zh, (string?)win["notFor"]);
        Assert.Equal(PredictionCatalogue.Find("win_90")!.LabelIn(isChinese: false), (string?)win["label"]);
        Assert.Equal(known.Features.Select(feature => feature.Label.En), win["features"]!.AsArray().Select(feature => (string)feature!["label"]!));
    }

    [Fact]
    public void Models_tell_where_they_come_from_what_they_have_shown_and_what_was_decided() => Assert.Equal(
        """{"models":[{"id":"win_90-2","approver":null,"events":[{"decidedBy":"trial","reason":"no-difference","to":"CHALLENGER","trial":{"difference":-0.01,"low":-0.03,"championAuc":null,"last":"2025-09-28"}}]},{"id":"win_90-1","approver":"wang","events":[{"decidedBy":"wang","reason":"the first","to":"CHAMPION","trial":null}]}]}""",
        _plant.Data("{ models(prediction: \"win_90\") { id approver events { decidedBy reason to trial { difference low championAuc last } } } }"));

    [Fact]
    public void Figures_calibration_notes_and_runs_are_told() => Assert.Equal(
        """{"models":[{"figures":{"auc":0.75,"aucLow":0.6,"baseRate":0.25,"folds":5},"calibration":[{"rows":300,"said":0.1,"came":0.12},{"rows":100,"said":0.7,"came":0.66}],"notes":["few-labels"],"features":["age"],"dataVersions":[{"table":"fact_ticket","version":7}]}],"modelRuns":[{"id":"1","kind":"TRAIN","outcome":"RUNNING","startedAt":"2025-09-30T06:00:01Z","endedAt":null,"facts":[{"name":"day","value":"2025-09-30"}]}]}""",
        Trimmed(_plant.Data(
            "{ models { figures { auc aucLow baseRate folds } calibration { rows said came } notes features dataVersions { table version } } modelRuns { id kind outcome startedAt endedAt facts { name value } } }")));

    [Fact]
    public void A_score_tells_its_reasons_in_words_and_what_would_help()
    {
        string subject = (string)_plant.Row("SELECT min(source_id) FROM fact_opportunity")[0]!;
        JsonNode score = _plant.Ask($$"""{ score(prediction: "win_90", subject: "{{subject}}") { scoredDate probability baseRate model reasons { feature direction value contribution help(language: EN) } } }""")["data"]!["score"]!;
        string help = PredictionCatalogue.Find("win_90")!.Definition.Features.Single(feature => feature.Name == "days_since_activity").Help!.En;

        Assert.Equal(
            $$"""{"scoredDate":"2025-09-01","probability":0.4,"baseRate":0.25,"model":"win_90-1","reasons":[{"feature":"days_since_activity","direction":"LOWERS","value":null,"contribution":-0.9,"help":"{{help}}"},{"feature":"demos","direction":"RAISES","value":"2","contribution":0.5,"help":null}]}""",
            score.ToJsonString(new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
        Assert.Null(_plant.Ask($$"""{ score(prediction: "win_90", subject: "{{subject}}", on: "2025-08-31") { model } }""")["data"]!["score"]);
        Assert.Null(_plant.Ask("""{ score(prediction: "win_90", subject: "nobody") { model } }""")["data"]!["score"]);
    }

    [Theory]
    [InlineData("expected_date IS NOT NULL")]
    [InlineData("no_date_reason IS NOT NULL")]
    public void A_score_tells_by_which_day_or_why_none_can_be_told(string which)
    {
        object?[] row = _plant.Row($"SELECT subject_id, strftime(expected_date, '%Y-%m-%d'), upper(CAST(no_date_reason AS VARCHAR)) FROM fact_score WHERE {which} ORDER BY ALL LIMIT 1");
        JsonNode score = _plant.Ask($$"""{ score(prediction: "win_90", subject: "{{row[0]}}") { expectedDate noDateReason } }""")["data"]!["score"]!;

        Assert.Equal((row[1] as string, row[2] as string), ((string?)score["expectedDate"], (string?)score["noDateReason"]));
    }

    [Fact]
    public void Nobody_sees_the_score_of_a_subject_whose_rows_are_not_theirs()
    {
        object?[] row = _plant.Row("SELECT o.source_id, r.region FROM fact_opportunity AS o INNER JOIN dim_region AS r ON r.region_key = o.region_key WHERE r.region = '华东' ORDER BY 1 LIMIT 1");
        string question = $$"""{ score(prediction: "win_90", subject: "{{row[0]}}") { model } }""";

        Assert.NotNull(Ask(question, Manager("华东"))["data"]!["score"]);
        Assert.Null(Ask(question, Manager("华南"))["data"]!["score"]);
        Assert.Equal("whole-company", Code(Ask("{ models { id } }", Manager("华东"))));
        Assert.Equal("whole-company", Code(Ask("{ modelRuns { id } }", Manager("华东"))));
        Assert.Null(Ask("{ models { id } }", Scope("executive"))["errors"]);
    }

    [Theory]
    [InlineData("{ score(prediction: \"luck\", subject: \"1\") { model } }", "no-such-prediction")]
    [InlineData("{ modelRuns(first: 0) { id } }", "first-out-of-range")]
    [InlineData("mutation { trainModel(prediction: \"luck\") { id } }", "no-such-prediction")]
    [InlineData("mutation { scoreNow(prediction: \"win_90\") { id } }", "no-service")]
    public void What_cannot_be_answered_is_refused_by_name(string question, string code) => Assert.Equal(code, Code(_plant.Ask(question)));

    // Both models were trained alike.
    private static string Trimmed(string data)
    {
        JsonNode held = JsonNode.Parse(data)!;
        JsonArray models = held["models"]!.AsArray();
        Assert.True(JsonNode.DeepEquals(models[0], models[1]));
        models.RemoveAt(1);
        return held.ToJsonString();
    }

    private JsonNode Ask(string question, SecurityScope scope) => JsonNode.Parse(_plant.TextTo(new Caller(AnswerLanguage.English, scope), question))!;

    private static string? Code(JsonNode answer) => (string?)answer["errors"]![0]!["extensions"]!["code"];

    private static SecurityScope Manager(string region) => Scope("regional_manager", ("region", region));

    private static SecurityScope Scope(string role, params (string Name, string Value)[] attributes) => SecurityScope.Of(
        ModelReader.Shipped, new Principal([role], attributes.ToDictionary(pair => pair.Name, pair => (IReadOnlyList<string>)[pair.Value], StringComparer.Ordinal))).Scope!;
}
