using System.Text.Json.Nodes;
using ProdSales.Schema;
using ProdSales.SchemaTests.Answers;
using ProdSales.Semantics;

namespace ProdSales.SchemaTests.Predictions;

/// <summary>Who decides about predicting models, and what is kept of it.</summary>
public sealed class ModelActionTests(PlantWithModels served) : IClassFixture<PlantWithModels>
{
    private readonly ServedPlant _plant = served.Plant;

    [Fact]
    public void Decisions_are_taken_one_after_the_other_and_kept_with_who_took_them_and_why()
    {
        using PlantWithModels own = new();
        JsonNode answer = JsonNode.Parse(own.Plant.TextTo(
            Steward("li"),
            """
            mutation {
              up: promoteModel(model: "win_90-2", reason: "better in the last quarter") { id status }
              back: revertModel(prediction: "win_90", reason: "too early") { id status }
              aside: challengeModel(model: "win_90-2", reason: "once more") { status trainedAt asOf skill }
              out: retireModel(model: "win_90-2", reason: "enough") { status }
            }
            """))!;

        Assert.Null(answer["errors"]);
        Assert.Equal(
            """{"up":{"id":"win_90-2","status":"CHAMPION"},"back":{"id":"win_90-1","status":"CHAMPION"},"aside":{"status":"CHALLENGER","trainedAt":"2025-09-30T06:00:00Z","asOf":"2025-09-30","skill":"GOOD"},"out":{"status":"RETIRED"}}""",
            answer["data"]!.ToJsonString());
        Assert.Equal([6L], own.Plant.Row("SELECT count(*) FROM prediction_model_event WHERE decided_by = 'li'"));
    }

    [Theory]
    [InlineData("""promoteModel(model: "win_90-1999-01-01-1", reason: "x") { id }""", "model-unknown", "win_90-1999-01-01-1")]
    [InlineData("""revertModel(prediction: "win_90", reason: "x") { id }""", "no-earlier-champion", "win_90")]
    [InlineData("""revertModel(prediction: "luck_7", reason: "x") { id }""", "no-such-prediction", "luck_7")]
    [InlineData("""retireModel(model: "win_90-1", reason: " ") { id }""", "reason-missing", "reason")]
    public void What_cannot_be_done_is_refused_by_name_in_both_languages(string field, string code, string named)
    {
        foreach ((AnswerLanguage language, bool isChinese) in new[] { (AnswerLanguage.English, false), (AnswerLanguage.Chinese, true) })
        {
            JsonNode error = JsonNode.Parse(_plant.TextTo(new Caller(language, SecurityScope.Full), $"mutation {{ {field} }}"))!["errors"]![0]!;
            Assert.Equal(code, (string?)error["extensions"]!["code"]);
            string message = (string)error["message"]!;
            Assert.Contains(named, message, StringComparison.Ordinal);
            Assert.Equal(isChinese, message.Any(letter => letter > 0x4e00));
        }

        Assert.Equal([2L], _plant.Row("SELECT count(*) FROM prediction_model_event"));
    }

    [Theory]
    [InlineData("executive")]
    [InlineData("planner")]
    [InlineData("sales_assistant")]
    public void Without_the_right_nothing_is_decided(string role)
    {
        JsonNode answer = JsonNode.Parse(_plant.TextTo(
            new Caller(AnswerLanguage.English, Scope(role)), """mutation { retireModel(model: "win_90-1", reason: "x") { id } }"""))!;

        Assert.Equal("right-missing", (string?)answer["errors"]![0]!["extensions"]!["code"]);
        Assert.Equal("manage_predictions", (string?)answer["errors"]![0]!["extensions"]!["right"]);
        Assert.Equal([2L], _plant.Row("SELECT count(*) FROM prediction_model_event"));
    }

    private static Caller Steward(string name) => new(AnswerLanguage.English, Scope("prediction_steward")) { Name = name };

    private static SecurityScope Scope(string role) => SecurityScope.Of(ModelReader.Shipped, new Principal([role], new Dictionary<string, IReadOnlyList<string>>())).Scope!;
}
