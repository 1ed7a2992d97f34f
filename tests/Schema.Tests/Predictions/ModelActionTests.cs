using System.Text.Json.Nodes;
using ProdSales.Schema;
using ProdSales.SchemaTests.Answers;
using ProdSales.Semantics;

namespace ProdSales.SchemaTests.Predictions;

/// <summary>Who decides about predicting models, and what is kept of it.</summary>
public sealed class ModelActionTests : IDisposable
{
    private const string Models = """
        INSERT INTO prediction_model
        SELECT 'win_90-2025-09-30-' || n, 'win_90', status::model_status, TIMESTAMP '2025-09-30 06:00:00', DATE '2025-09-30', '{}', 'f', '[]', 42, 'good', 400, 100, '{}', '[]', '{}', 's' || n
        FROM (VALUES (1, 'champion'), (2, 'challenger')) AS t (n, status);
        INSERT INTO prediction_model_event (model_id, decided_at, from_status, to_status, decided_by, reason) VALUES
          ('win_90-2025-09-30-1', TIMESTAMP '2025-09-30 06:00:00', 'candidate', 'champion', 'training', 'the first'),
          ('win_90-2025-09-30-2', TIMESTAMP '2025-09-30 06:00:00', 'candidate', 'challenger', 'training', 'trained anew')
        """;

    private readonly ServedPlant _plant = new(Models);

    public void Dispose() => _plant.Dispose();

    [Fact]
    public void Decisions_are_taken_one_after_the_other_and_kept_with_who_took_them_and_why()
    {
        JsonNode answer = JsonNode.Parse(_plant.TextTo(
            Steward("wang"),
            """
            mutation {
              up: promoteModel(model: "win_90-2025-09-30-2", reason: "better in the last quarter") { id status }
              back: revertModel(prediction: "win_90", reason: "too early") { id status }
              aside: challengeModel(model: "win_90-2025-09-30-2", reason: "once more") { status trainedAt asOf skill }
              out: retireModel(model: "win_90-2025-09-30-2", reason: "enough") { status }
            }
            """))!;

        Assert.Null(answer["errors"]);
        Assert.Equal(
            """{"up":{"id":"win_90-2025-09-30-2","status":"CHAMPION"},"back":{"id":"win_90-2025-09-30-1","status":"CHAMPION"},"aside":{"status":"CHALLENGER","trainedAt":"2025-09-30T06:00:00Z","asOf":"2025-09-30","skill":"GOOD"},"out":{"status":"RETIRED"}}""",
            answer["data"]!.ToJsonString());
        Assert.Equal([6L], _plant.Row("SELECT count(*) FROM prediction_model_event WHERE decided_by = 'wang'"));
    }

    [Theory]
    [InlineData("""promoteModel(model: "win_90-1999-01-01-1", reason: "x") { id }""", "model-unknown", "win_90-1999-01-01-1")]
    [InlineData("""revertModel(prediction: "win_90", reason: "x") { id }""", "no-earlier-champion", "win_90")]
    [InlineData("""revertModel(prediction: "luck_7", reason: "x") { id }""", "no-such-prediction", "luck_7")]
    [InlineData("""retireModel(model: "win_90-2025-09-30-1", reason: " ") { id }""", "reason-missing", "reason")]
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
            new Caller(AnswerLanguage.English, Scope(role)), """mutation { retireModel(model: "win_90-2025-09-30-1", reason: "x") { id } }"""))!;

        Assert.Equal("right-missing", (string?)answer["errors"]![0]!["extensions"]!["code"]);
        Assert.Equal("manage_predictions", (string?)answer["errors"]![0]!["extensions"]!["right"]);
        Assert.Equal([2L], _plant.Row("SELECT count(*) FROM prediction_model_event"));
    }

    private static Caller Steward(string name) => new(AnswerLanguage.English, Scope("prediction_steward")) { Name = name };

    private static SecurityScope Scope(string role) => SecurityScope.Of(ModelReader.Shipped, new Principal([role], new Dictionary<string, IReadOnlyList<string>>())).Scope!;
}
