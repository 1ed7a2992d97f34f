using ProdSales.Predictions.Definition;
using ProdSales.Predictions.Registry;
using ProdSales.Predictions.Service;

namespace ProdSales.Predictions.Tests.Service;

/// <summary>What is due, by the day of the data, the registry and the runs so far.</summary>
public sealed class ModelScheduleTests
{
    private static readonly DateOnly Known = new(2026, 10, 31);

    private static readonly DateTime Now = new(2026, 11, 1, 6, 0, 0, DateTimeKind.Utc);

    private static readonly Prediction[] Both = [PredictionCatalogue.Find("win_30")!, PredictionCatalogue.Find("win_90")!];

    [Fact]
    public void What_was_never_learned_is_learned_and_scores_before_the_next_is()
    {
        Assert.Equal("Train win_30", Next([], []));
        Assert.Equal("Score win_30", Next([Model("win_30", ModelStatus.Champion)], [Run(1, RunKind.Train, "win_30")]));
        Assert.Equal("Train win_90", Next([Model("win_30", ModelStatus.Champion)], [Run(1, RunKind.Train, "win_30"), Scored(2, "win_30", Known), Run(3, RunKind.Watch, "win_30")]));
    }

    [Fact]
    public void A_new_day_of_data_and_a_new_champion_are_scored_anew()
    {
        RegisteredModel[] models = [Model("win_30", ModelStatus.Champion), Model("win_90", ModelStatus.Champion)];

        Assert.Null(Next(models, [Scored(1, "win_30", Known), Scored(2, "win_90", Known), Run(3, RunKind.Watch, "win_30"), Run(4, RunKind.Watch, "win_90")]));
        Assert.Equal("Watch win_30", Next(models, [Scored(1, "win_30", Known), Scored(2, "win_90", Known), Run(4, RunKind.Watch, "win_90")]));
        Assert.Equal("Score win_90", Next(models, [Scored(1, "win_30", Known), Scored(2, "win_90", Known.AddDays(-1))]));
        Assert.Equal("Score win_90", Next(models, [Scored(1, "win_30", Known), Scored(2, "win_90", Known, champion: "win_90-before")]));
    }

    [Fact]
    public void A_model_is_learned_anew_after_so_many_days_of_data_unless_a_challenger_is_on_trial()
    {
        RegisteredModel old = Model("win_90", ModelStatus.Champion, Known.AddDays(-30));
        ModelRun[] runs = [Scored(1, "win_90", Known), Run(2, RunKind.Judge, "win_90"), Run(3, RunKind.Watch, "win_90")];

        Assert.Equal("Train win_90", Next([old], runs, only: 1));
        Assert.Null(Next([old with { AsOf = Known.AddDays(-29) }], runs, only: 1));
        Assert.Null(Next([Model("win_90", ModelStatus.Challenger, Known.AddDays(-30)), old], runs, only: 1));
        Assert.Null(Next([old], runs, only: 1, settings: new ScheduleSettings { RetrainDays = 0 }));
    }

    [Fact]
    public void A_challenger_is_judged_after_each_scoring_and_not_where_people_want_to_decide()
    {
        RegisteredModel[] models = [Model("win_90", ModelStatus.Challenger), Model("win_90", ModelStatus.Champion)];

        Assert.Equal("Judge win_90", Next(models, [Run(1, RunKind.Judge, "win_90"), Scored(2, "win_90", Known)], only: 1));
        Assert.Equal("Watch win_90", Next(models, [Scored(1, "win_90", Known), Run(2, RunKind.Judge, "win_90")], only: 1));
        Assert.Null(Next(models, [Scored(2, "win_90", Known), Run(3, RunKind.Watch, "win_90")], only: 1, settings: new ScheduleSettings { IsJudging = false }));
    }

    [Fact]
    public void Where_people_took_the_last_champion_out_of_use_nobody_puts_another_in_its_place() =>
        Assert.Null(Next([Model("win_90", ModelStatus.Retired)], [], only: 1));

    [Fact]
    public void What_failed_is_tried_again_with_the_next_day_of_data_or_after_a_time()
    {
        ModelRun failed = Run(1, RunKind.Train, "win_90") with { Outcome = RunOutcome.Failed, EndedAt = Now.AddHours(-1), Facts = """{"day":"2026-10-31"}""" };

        Assert.Null(Next([], [failed], only: 1));
        Assert.Equal("Train win_90", Next([], [failed with { Facts = """{"day":"2026-10-30"}""" }], only: 1));
        Assert.Equal("Train win_90", Next([], [failed with { EndedAt = Now.AddHours(-13) }], only: 1));
        Assert.Equal("Train win_90", Next([], [failed with { Outcome = RunOutcome.Interrupted }], only: 1));
    }

    [Fact]
    public void What_found_the_warehouse_busy_is_tried_again_after_minutes_and_not_at_once()
    {
        ModelRun busy = Run(1, RunKind.Train, "win_90") with { Outcome = RunOutcome.Failed, Code = "warehouse-busy", EndedAt = Now.AddMinutes(-4), Facts = """{"day":"2026-10-30"}""" };

        Assert.Null(Next([], [busy], only: 1));
        Assert.Equal("Train win_90", Next([], [busy with { EndedAt = Now.AddMinutes(-5) }], only: 1));
    }

    private static string? Next(RegisteredModel[] models, ModelRun[] runs, int? only = null, ScheduleSettings? settings = null) =>
        new ModelSchedule(settings ?? new ScheduleSettings(), Known, Now, models, runs).Next(only is { } at ? [Both[at]] : Both) is { } next ? $"{next.Kind} {next.Prediction.Name}" : null;

    private static RegisteredModel Model(string prediction, ModelStatus status, DateOnly? asOf = null) =>
        new($"{prediction}-{status}", prediction, status, Now, asOf ?? Known, "{}", "f", "[]", 42, "good", 400, 100, "{}", "[]", "s");

    private static ModelRun Run(long id, RunKind kind, string prediction) => new(id, kind, prediction, "schedule", Now, Now, Now, RunOutcome.Done, null, "{}");

    private static ModelRun Scored(long id, string prediction, DateOnly day, string? champion = null) =>
        Run(id, RunKind.Score, prediction) with { Facts = $$"""{"day":"{{day:yyyy-MM-dd}}","champion":"{{champion ?? $"{prediction}-Champion"}}"}""" };
}
