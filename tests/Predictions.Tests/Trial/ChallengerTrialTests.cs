using ProdSales.Learning.Calibration;
using ProdSales.Learning.Selection;
using ProdSales.Learning.Trained;
using ProdSales.Plants;
using ProdSales.Predictions.Definition;
using ProdSales.Predictions.Registry;
using ProdSales.Predictions.Scoring;
using ProdSales.Predictions.Training;
using ProdSales.Predictions.Trial;

namespace ProdSales.Predictions.Tests.Trial;

/// <summary>The trial of a challenger in a warehouse: scores given side by side, outcomes that came later, and what the registry keeps of it.</summary>
public sealed class ChallengerTrialTests : IDisposable
{
    private static readonly DateOnly Trained = new(2026, 3, 31);

    private readonly DemoStar _star = DemoStar.Small();

    private static Prediction Win => PredictionCatalogue.Find("win_90")!;

    private ModelRegistry Registry => new(_star.Database, _star.Clock);

    private ChallengerTrial Trial => new(_star.Database, _star.Clock, new TrialSettings { LeastOfEach = 10 });

    public void Dispose() => _star.Dispose();

    [Fact]
    public void The_one_that_says_what_came_serves_and_it_is_kept_why()
    {
        Assert.Null(Trial.Hold(Win, isDue: true, isKept: true, CancellationToken.None).Verdict);
        RegisteredModel good = new ModelTraining(_star.Database, _star.Clock).Train(Win, Trained, new LearnSettings(), CancellationToken.None).Model!;
        RegisteredModel bad = AddMirrored(good);
        Assert.Null(Trial.Hold(Win, isDue: true, isKept: true, CancellationToken.None).Verdict);
        for (DateOnly day = Trained; day < Trained.AddDays(60); day = day.AddDays(15))
        {
            new ScoringRun(_star.Database, _star.Clock).Score(Win, day, CancellationToken.None);
        }

        TrialResult told = Trial.Hold(Win, isDue: true, isKept: false, CancellationToken.None);
        Assert.Equal((TrialDecision.Retire, "worse"), (told.Verdict!.Decision, told.Verdict.Reason));
        Assert.Equal(ModelStatus.Challenger, StatusOf(bad));
        ThePairsAreThoseOfTheWarehouse(told.Verdict, good, bad);

        Registry.Promote(bad.Id, "wang", "a mistake");
        Registry.Challenge(good.Id, "wang", "once more");
        TrialResult kept = Trial.Hold(Win, isDue: true, isKept: true, CancellationToken.None);
        Assert.Equal((TrialDecision.Promote, "better"), (kept.Verdict!.Decision, kept.Verdict.Reason));
        Assert.Equal(-told.Verdict.Difference, kept.Verdict.Difference, 12);
        Assert.Equal((ModelStatus.Champion, ModelStatus.Retired), (StatusOf(good), StatusOf(bad)));
        ModelEvent last = Registry.Events("win_90")[^1];
        Assert.Equal((good.Id, ModelStatus.Champion, "trial", "better"), (last.ModelId, last.To, last.DecidedBy, last.Reason));
        Assert.Equal(kept.Verdict, ChallengerTrial.VerdictOf(last));
        Assert.Equal(bad.Id, Registry.Revert("win_90", "wang", "too early"));
    }

    private void ThePairsAreThoseOfTheWarehouse(TrialVerdict verdict, RegisteredModel champion, RegisteredModel challenger)
    {
        string[] oracle = _star.Query($"""
            WITH said AS (
              SELECT s.model_id, s.probability, coalesce(f.outcome = 'won' AND f.closed_date > s.scored_date AND f.closed_date <= s.scored_date + 90, false) AS is_won
              FROM fact_score AS s INNER JOIN fact_opportunity AS f ON f.source_key = s.source_key AND f.source_id = s.subject_id WHERE s.prediction = 'win_90'
            ), loss AS (
              SELECT model_id, count(*) AS n, count_if(is_won) AS won, avg(-ln(CASE WHEN is_won THEN probability ELSE 1 - probability END)) AS loss FROM said GROUP BY 1
            )
            SELECT a.n, a.won, round(a.loss, 9), round(b.loss, 9) FROM loss AS a, loss AS b WHERE a.model_id = '{champion.Id}' AND b.model_id = '{challenger.Id}'
            """);
        Assert.Equal(
            [FormattableString.Invariant($"{verdict.Rows}|{verdict.Positives}|{Math.Round(verdict.ChampionLoss, 9)}|{Math.Round(verdict.ChallengerLoss, 9)}")], oracle);
    }

    /// <summary>A model that says of every deal the opposite.</summary>
    private RegisteredModel AddMirrored(RegisteredModel model)
    {
        TrainedModel content = Registry.Open(model.Id);
        RegisteredModel mirrored = model with { Id = "win_90-mirrored", Status = ModelStatus.Candidate };
        Registry.Add(mirrored, content with { Calibrator = new Platt(-1, 0) });
        Registry.Challenge(mirrored.Id, "wang", "a drill");
        return mirrored;
    }

    private ModelStatus StatusOf(RegisteredModel model) => Registry.List().Single(held => held.Id == model.Id).Status;
}
