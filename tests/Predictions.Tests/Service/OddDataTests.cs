using ProdSales.Learning.Boosting.Native;
using ProdSales.Learning.Data;
using ProdSales.Learning.Selection;
using ProdSales.Plants;
using ProdSales.Predictions.Definition;
using ProdSales.Predictions.Registry;
using ProdSales.Predictions.Service;

namespace ProdSales.Predictions.Tests.Service;

/// <summary>What the service makes of data that nobody wishes for: nothing, one outcome only, numbers that are none, words never heard.</summary>
public sealed class OddDataTests : IDisposable
{
    private const string Chance = "hash(r.i, m.as_of) % 10 < CASE WHEN r.i % 2 = 0 THEN 2 ELSE 7 END";

    private const string LastDay = "DATE '2026-10-31'";

    private readonly DemoStar _star = DemoStar.Small();

    public void Dispose() => _star.Dispose();

    [Theory]
    [InlineData(Chance, "WHERE false", "no-rows")]
    [InlineData("true", "", "one-class")]
    public void What_cannot_be_learned_is_refused_by_name_and_nobody_serves(string outcome, string condition, string code)
    {
        using ModelService service = Service(outcome, "1.0 * (r.i % 2)", "'a'", condition);

        ModelRun run = service.DoNext(CancellationToken.None)!;

        Assert.True((run.Kind, run.Outcome, run.Code) == (RunKind.Train, RunOutcome.Refused, code), run.ToString());
        Assert.Null(service.DoNext(CancellationToken.None));
    }

    [Theory]
    [InlineData("CASE WHEN r.i = 3 THEN 'Infinity'::DOUBLE WHEN r.i = 5 THEN '-Infinity'::DOUBLE WHEN r.i = 7 THEN 'NaN'::DOUBLE ELSE r.i % 2 END", "'a' || r.i % 3")]
    [InlineData($"CASE WHEN m.as_of < {LastDay} THEN 1.0 * (r.i % 2) END", "'a' || r.i % 3")]
    [InlineData("1.0 * (r.i % 2)", $"CASE WHEN m.as_of = {LastDay} THEN 'never heard' || r.i ELSE 'a' || r.i % 3 END")]
    [InlineData("1.0 * (r.i % 2)", $"CASE WHEN m.as_of < {LastDay} THEN 'a' || r.i % 3 END")]
    public void Odd_values_are_scored_by_what_else_is_known(string number, string category)
    {
        using ModelService service = Service(Chance, number, category, "");

        ModelRun trained = service.DoNext(CancellationToken.None)!;
        Assert.True(trained.Outcome is RunOutcome.Done, trained.ToString());
        ModelRun scored = service.DoNext(CancellationToken.None)!;
        Assert.True((scored.Kind, scored.Outcome) == (RunKind.Score, RunOutcome.Done), scored.ToString());
        Assert.Equal(["40|40"], _star.Query("SELECT count(*), count_if(isfinite(probability) AND probability BETWEEN 0 AND 1) FROM fact_score"));
        Assert.Single(new ModelRegistry(_star.Database, _star.Clock).List());
    }

    [Fact]
    public void Without_the_library_of_trees_the_logistic_regression_serves_and_the_run_says_so()
    {
        using ModelService service = Service(Chance, "1.0 * (r.i % 2)", "'a' || r.i % 3", "", new LearnSettings { Library = XgBoostLibrary.At("libabsent.so.0") });

        ModelRun trained = service.DoNext(CancellationToken.None)!;
        ModelRun scored = service.DoNext(CancellationToken.None)!;
        ModelRegistry registry = new(_star.Database, _star.Clock);

        Assert.True((trained.Outcome, trained.Code) == (RunOutcome.Done, "boosting-unavailable"), trained.ToString());
        Assert.True((scored.Kind, scored.Outcome) == (RunKind.Score, RunOutcome.Done), scored.ToString());
        Assert.Null(registry.Open(registry.Champion("odd_30")!.Id).Trees);
        Assert.Equal(["40"], _star.Query("SELECT count(*) FROM fact_score"));
    }

    private ModelService Service(string outcome, string number, string category, string condition, LearnSettings? learning = null)
    {
        PredictionDefinition win = PredictionCatalogue.Find("win_90")!.Definition;
        PredictionDefinition odd = win with
        {
            Name = "odd",
            Outcome = "CASE WHEN as_of + $horizon <= $known THEN came END",
            Features =
            [
                new FeatureDefinition { Name = "size", Label = win.Label },
                new FeatureDefinition { Name = "kind", Label = win.Label, Kind = ColumnKind.Category },
                new FeatureDefinition { Name = "place", Label = win.Label },
            ],
            Frame = $"""
                SELECT m.as_of, 'crm' AS source_system, 'S' || r.i AS subject_id, NULL::VARCHAR AS customer_id, NULL::VARCHAR AS product_id, NULL::VARCHAR AS owner_id,
                  NULL::VARCHAR AS organisation_id, NULL::VARCHAR AS group_id, NULL::DECIMAL(18, 4) AS amount, NULL::DOUBLE AS stated_probability,
                  NULL::DATE AS came_on, {outcome} AS came, {number} AS size, {category} AS kind, 1.0 * (r.i % 2) AS place
                FROM moment AS m, range(40) AS r(i) {condition}
                """,
        };
        return new ModelService(_star.Database, _star.Clock, new ScheduleSettings(), [new Prediction(odd, 30)], learning);
    }
}
