using ProdSales.Learning.Selection;
using ProdSales.Plants;
using ProdSales.Predictions.Cards;
using ProdSales.Predictions.Definition;
using ProdSales.Predictions.Registry;
using ProdSales.Predictions.Scoring;
using ProdSales.Predictions.Training;
using ProdSales.Warehouse.Provider;

namespace ProdSales.Predictions.Tests;

/// <summary>The way of the chance to win: trained, registered, scored, challenged, taken back.</summary>
public sealed class WinTests : IDisposable
{
    private readonly DemoStar _star = DemoStar.Small();

    private static Prediction Win => PredictionCatalogue.Find("win_90")!;

    private ModelRegistry Registry => new(_star.Database, _star.Clock);

    public void Dispose() => _star.Dispose();

    [Fact]
    public void The_chance_to_win_is_learned_scored_and_kept()
    {
        RegisteredModel first = Train();
        Assert.Equal((ModelStatus.Champion, "good"), (first.Status, first.Skill));
        Assert.Equal(64, first.Sha256.Length);

        ScoringResult scored = Score();
        Assert.Empty(scored.Problems);
        Assert.Equal([first.Id], scored.ModelIds);
        string[] open = _star.Query("SELECT opportunity_id FROM fact_pipeline_snapshot WHERE snapshot_date = DATE '2026-10-31' ORDER BY 1");
        Assert.Equal(open, _star.Query("SELECT subject_id FROM fact_score WHERE scored_date = DATE '2026-10-31' ORDER BY 1"));
        Assert.Equal(["0"], _star.Query("SELECT count(*) FROM fact_score WHERE customer_key = 0 OR owner_key = 0 OR product_key = 0 OR region_key = 0"));
        Assert.Equal(["0"], _star.Query("SELECT count(*) FROM fact_score_reason AS r ANTI JOIN fact_score AS s ON s.source_key = r.source_key AND s.source_id = r.score_id"));

        Score();
        Assert.Equal([$"{open.Length}"], _star.Query("SELECT count(*) FROM fact_score"));

        TheCardTellsWhatPeopleMustKnow(first);
        TrainingKeepsOneChampion(first);
        BytesThatWereChangedAreToldAndAnotherModelServes();
    }

    [Fact]
    public void The_same_data_and_seed_give_the_same_bytes_with_and_without_a_second_thread()
    {
        RegisteredModel first = Train();
        RegisteredModel again = Train(new LearnSettings { Threads = 2 });

        Assert.Equal(first.Sha256, again.Sha256);
        Assert.NotEqual(first.Id, again.Id);
    }

    [Fact]
    public void A_model_from_few_deals_is_refused_and_a_stopped_training_leaves_nothing()
    {
        TrainingResult few = new ModelTraining(_star.Database, _star.Clock).Train(Win, new DateOnly(2024, 1, 31), new LearnSettings(), CancellationToken.None);
        Assert.NotNull(few.Refusal);
        Assert.Null(few.Model);

        using CancellationTokenSource stopped = new();
        stopped.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => new ModelTraining(_star.Database, _star.Clock).Train(Win, null, new LearnSettings(), stopped.Token));
        Assert.Empty(Registry.List());
        Assert.Empty(Score().ModelIds);
    }

    private static void TheCardTellsWhatPeopleMustKnow(RegisteredModel model)
    {
        string card = string.Join('\n', ModelCard.Lines(Win, model, "the demo company"));

        Assert.All(
            (string[])[model.Id, model.Sha256, model.FeatureHash, "2026-10-31", "the demo company", "90 days between", Win.Definition.NotFor.Zh, Win.Definition.NotFor.En, "| log-loss 对数损失 |"],
            text => Assert.Contains(text, card, StringComparison.Ordinal));
        Assert.All(Win.Definition.Features, feature => Assert.Contains($"`{feature.Name}`", card, StringComparison.Ordinal));
    }

    private void TrainingKeepsOneChampion(RegisteredModel first)
    {
        RegisteredModel second = Train(new LearnSettings { Seed = 7 });
        Assert.Equal(ModelStatus.Challenger, second.Status);
        Assert.Equal([first.Id, second.Id], Score().ModelIds);
        Assert.Equal(["challenger", "champion"], _star.Query("SELECT DISTINCT model_role FROM fact_score ORDER BY CAST(model_role AS VARCHAR)"));

        Registry.Promote(second.Id, "wang", "better in the last quarter");
        Assert.Equal(second.Id, Registry.Champion("win_90")!.Id);
        Assert.Equal(first.Id, Registry.Revert("win_90", "wang", "too early"));
        Assert.Equal(first.Id, Registry.Champion("win_90")!.Id);
        Assert.Equal(
            ["champion|wang|too early", "retired|wang|too early"],
            _star.Query("SELECT CAST(to_status AS VARCHAR), decided_by, reason FROM prediction_model_event WHERE reason = 'too early' ORDER BY 1"));
        Assert.Equal("model-unknown", Assert.Throws<RegistryException>(() => Registry.Promote("win_90-1999-01-01-1", "wang", "")).Code);
        Assert.Equal("no-earlier-champion", Assert.Throws<RegistryException>(() => Registry.Revert("win_30", "wang", "")).Code);
    }

    private void BytesThatWereChangedAreToldAndAnotherModelServes()
    {
        RegisteredModel champion = Registry.Champion("win_90")!;
        _star.Database.Writer.Write(open =>
        {
            open.TouchNothingElse();
            using DuckDbCommand command = open.Connection.CreateCommand("UPDATE prediction_model SET content = replace(content, '0', '1') WHERE model_id = $id");
            command.Parameters.Add(new DuckDbParameter("id", champion.Id));
            command.ExecuteNonQuery();
        });

        Assert.Equal("model-bytes", Assert.Throws<RegistryException>(() => Registry.Open(champion.Id)).Code);
        ScoringResult scored = Score();
        ScoringProblem problem = Assert.Single(scored.Problems);
        Assert.Equal(("model-bytes", champion.Id), (problem.Code, problem.Facts["model"]));
        Assert.NotEqual(champion.Id, Assert.Single(scored.ModelIds));

        Registry.Retire(champion.Id, "wang", "its bytes were changed");
        Assert.Empty(Score().ModelIds);
    }

    private RegisteredModel Train(LearnSettings? settings = null)
    {
        TrainingResult trained = new ModelTraining(_star.Database, _star.Clock).Train(Win, null, settings ?? new LearnSettings(), CancellationToken.None);
        Assert.Null(trained.Refusal);
        return trained.Model!;
    }

    private ScoringResult Score() => new ScoringRun(_star.Database, _star.Clock).Score(Win, null, CancellationToken.None);
}
