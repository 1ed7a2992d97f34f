using ProdSales.Learning.Selection;
using ProdSales.Plants;
using ProdSales.Predictions.Definition;
using ProdSales.Predictions.Registry;
using ProdSales.Predictions.Service;
using ProdSales.Predictions.Training;
using ProdSales.Warehouse.Provider;
using System.Text.Json;

namespace ProdSales.Predictions.Tests.Service;

/// <summary>Steps of the service in a warehouse, and what they leave when they are cut short.</summary>
public sealed class ModelServiceTests : IDisposable
{
    private readonly DemoStar _star = DemoStar.Small();

    private readonly ModelService _service;

    public ModelServiceTests() => _service = Service(new ScheduleSettings());

    private static Prediction Win => PredictionCatalogue.Find("win_90")!;

    private ModelRegistry Registry => new(_star.Database, _star.Clock);

    public void Dispose()
    {
        _service.Dispose();
        _star.Dispose();
    }

    [Fact]
    public void What_is_due_is_done_step_by_step_and_then_nothing_is()
    {
        AStepThatIsCutShortLeavesNothing();
        new ModelTraining(_star.Database, _star.Clock).Train(Win, new DateOnly(2026, 8, 31), new LearnSettings(), CancellationToken.None);
        Assert.Equal("Score Done", Step());
        Assert.Equal("Watch Done", Step());
        Assert.Equal("Train Done", Step());
        Assert.Equal("Judge Done", Step());
        Assert.Null(_service.DoNext(CancellationToken.None));
        string champion = Registry.Champion("win_90")!.Id;
        Assert.Equal([ModelStatus.Challenger, ModelStatus.Champion], Registry.List("win_90").Select(model => model.Status));
        Assert.Equal([$"{champion}|schedule"], _star.Query("SELECT DISTINCT s.model_id, r.asked_by FROM fact_score AS s, model_run AS r WHERE r.kind = 'score' AND r.outcome = 'done'"));

        WhatPeopleAskForIsDoneOnceThoughNothingIsDue();
        AChampionThatCannotBeReadIsToldAndTheRestGoesOn(champion);
    }

    [Fact]
    public void Without_data_a_step_is_refused_and_a_server_that_ended_in_the_middle_is_told()
    {
        using DemoStar empty = new();
        using ModelService service = new(empty.Database, empty.Clock, new ScheduleSettings(), [Win]);
        Assert.Null(service.DoNext(CancellationToken.None));
        service.Ask(RunKind.Score, Win, "wang");
        ModelRun run = service.DoNext(CancellationToken.None)!;
        Assert.Equal((RunOutcome.Refused, "no-data", "wang"), (run.Outcome, run.Code, run.AskedBy));

        service.Ledger.Begin(service.Ask(RunKind.Train, Win, "wang"));
        service.Ledger.CloseInterrupted();
        Assert.Equal((RunOutcome.Interrupted, 2L), (service.Ledger.List(1)[0].Outcome, service.Ledger.List(1)[0].Id));
    }

    [Fact]
    public void A_prediction_whose_question_fails_is_told_and_does_not_end_the_service()
    {
        Prediction broken = new(Win.Definition with { Name = "broken", Frame = "SELECT nothing FROM nowhere" }, 90);
        using ModelService service = new(_star.Database, _star.Clock, new ScheduleSettings(), [broken]);

        ModelRun run = service.DoNext(CancellationToken.None)!;

        Assert.Equal((RunOutcome.Failed, "warehouse-failed"), (run.Outcome, run.Code));
        Assert.Contains("nowhere", JsonDocument.Parse(run.Facts).RootElement.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Null(service.DoNext(CancellationToken.None));
        _star.Clock.Advance(TimeSpan.FromHours(13));
        Assert.Equal(RunOutcome.Failed, service.DoNext(CancellationToken.None)!.Outcome);
    }

    private void AStepThatIsCutShortLeavesNothing()
    {
        using CancellationTokenSource stopped = new();
        using Timer timer = new(_ => stopped.Cancel(), null, TimeSpan.FromMilliseconds(400), Timeout.InfiniteTimeSpan);
        Assert.ThrowsAny<OperationCanceledException>(() => _service.DoNext(stopped.Token));
        ModelRun run = Assert.Single(_service.Ledger.List(10));
        Assert.Equal((RunKind.Train, RunOutcome.Cancelled), (run.Kind, run.Outcome));
        Assert.Empty(Registry.List());
    }

    private void WhatPeopleAskForIsDoneOnceThoughNothingIsDue()
    {
        ModelRun asked = _service.Ask(RunKind.Score, Win, "wang");
        Assert.Equal(asked, _service.Ask(RunKind.Score, Win, "li"));
        Assert.Equal("Score Done", Step());
        Assert.Equal("wang", _service.Ledger.List(1)[0].AskedBy);
        Assert.Equal("Judge Done", Step());
        Assert.Equal("Watch Done", Step());
        Assert.Null(_service.DoNext(CancellationToken.None));
    }

    private void AChampionThatCannotBeReadIsToldAndTheRestGoesOn(string champion)
    {
        Registry.Promote(Registry.List("win_90")[0].Id, "wang", "newer");
        Assert.Equal("Score Done", Step());
        Assert.Equal("Watch Done", Step());
        _star.Database.Writer.Write(open =>
        {
            open.TouchNothingElse();
            using DuckDbCommand command = open.Connection.CreateCommand("UPDATE prediction_model SET content = replace(content, '0', '1') WHERE status = 'champion'");
            command.ExecuteNonQuery();
        });
        _service.Ask(RunKind.Score, Win, "wang");

        ModelRun run = _service.DoNext(CancellationToken.None)!;

        Assert.Equal((RunOutcome.Done, "model-bytes"), (run.Outcome, run.Code));
        Assert.Equal(champion, JsonDocument.Parse(run.Facts).RootElement.GetProperty("models").GetString());
        Assert.Equal("model-bytes", _service.DoNext(CancellationToken.None)!.Code);
        Assert.Null(_service.DoNext(CancellationToken.None));
    }

    private string? Step() => _service.DoNext(CancellationToken.None) is { } run ? $"{run.Kind} {run.Outcome}" : null;

    private ModelService Service(ScheduleSettings settings) => new(_star.Database, _star.Clock, settings, [Win]);
}
