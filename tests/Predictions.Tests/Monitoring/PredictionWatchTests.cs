using ProdSales.Learning.Selection;
using ProdSales.Plants;
using ProdSales.Predictions.Definition;
using ProdSales.Predictions.Monitoring;
using ProdSales.Predictions.Registry;
using ProdSales.Predictions.Scoring;
using ProdSales.Predictions.Training;
using System.Globalization;

namespace ProdSales.Predictions.Tests.Monitoring;

/// <summary>The watch over a model in a warehouse: figures, alarms, and when they are over.</summary>
public sealed class PredictionWatchTests : IDisposable
{
    private static readonly DateOnly Trained = new(2026, 3, 31);

    private readonly DemoStar _star = DemoStar.Small();

    private static Prediction Win => PredictionCatalogue.Find("win_90")!;

    private WatchLedger Ledger => new(_star.Database);

    public void Dispose() => _star.Dispose();

    [Fact]
    public void A_source_that_falls_silent_is_called_by_its_features_and_it_is_over_when_the_model_is_replaced()
    {
        Assert.Equal("nobody-serves", Look(Trained).Code);
        RegisteredModel model = new ModelTraining(_star.Database, _star.Clock).Train(Win, Trained, new LearnSettings(), CancellationToken.None).Model!;
        for (int week = 1; week <= 2; week++)
        {
            Assert.Null(Look(Trained.AddDays(7 * week)).Code);
        }

        Assert.Equal("seen-already", Look(Trained.AddDays(14)).Code);
        Assert.DoesNotContain(Ledger.Alarms(isOpen: true), alarm => alarm.Feature is "activities_30" or "activities_90");
        MissingSharesAreThoseOfTheWarehouse(Trained.AddDays(14));

        DateOnly silent = Trained.AddDays(14);
        _star.Change("DELETE FROM fact_activity WHERE activity_date > DATE '2026-03-01'");
        Look(silent.AddDays(7));
        WatchResult seen = Look(silent.AddDays(14));
        ModelAlarm alarm = Assert.Single(Ledger.Alarms(isOpen: true), held => held.Feature == "activities_30");
        Assert.Equal(("alarm", "psi", PredictionWatch.AlarmIndex), (alarm.Severity, alarm.Figure, alarm.Limit));
        Assert.True(alarm.RaisedDay > silent && alarm.SeenDay == silent.AddDays(14) && alarm.Value > alarm.Limit, alarm.ToString());
        Assert.Contains(alarm, seen.Alarms);

        WhatCameIsHeldAgainstWhatWasSaid(model);
        ModelRegistry registry = new(_star.Database, _star.Clock);
        RegisteredModel other = model with { Id = "win_90-other" };
        registry.Add(other, registry.Open(model.Id));
        registry.Promote(other.Id, "wang", "a drill");
        Look(silent.AddDays(90));
        Assert.DoesNotContain(Ledger.Alarms(isOpen: true), held => held.ModelId == model.Id);
        Assert.Contains(Ledger.Alarms(isOpen: false), held => held.ModelId == model.Id && held.Feature == "activities_30");
    }

    private void MissingSharesAreThoseOfTheWarehouse(DateOnly day)
    {
        (DateOnly Day, IReadOnlyList<WatchFigure> Figures) last = Ledger.Last("win_90-2026-03-31-1")!.Value;
        WatchFigure score = last.Figures.Single(figure => figure is { Figure: "psi", Feature: ReferenceProfile.Score });
        string open = _star.Query($"SELECT count(*) FROM fact_pipeline_snapshot WHERE snapshot_date = DATE '{day:yyyy-MM-dd}'")[0];

        Assert.Equal((day, open), (last.Day, score.Rows.ToString(CultureInfo.InvariantCulture)));
        Assert.Equal(1, last.Figures.Single(figure => figure.Figure == "unscorable").Value);
        Assert.Contains(Ledger.Alarms(isOpen: true), alarm => alarm is { Figure: "unscorable", Value: 1, Limit: PredictionWatch.MostUnscorable });
    }

    private void WhatCameIsHeldAgainstWhatWasSaid(RegisteredModel model)
    {
        foreach (int days in (int[])[0, 10, 20])
        {
            new ScoringRun(_star.Database, _star.Clock).Score(Win, Trained.AddDays(days), CancellationToken.None);
        }

        WatchResult seen = Look(Trained.AddDays(115));
        string[] oracle = _star.Query($"""
            SELECT count(*), round(avg(CAST(coalesce(f.outcome = 'won' AND f.closed_date > s.scored_date AND f.closed_date <= s.scored_date + 90, false) AS INTEGER)), 9), round(avg(s.probability), 9)
            FROM fact_score AS s INNER JOIN fact_opportunity AS f ON f.source_key = s.source_key AND f.source_id = s.subject_id WHERE s.model_id = '{model.Id}'
            """);
        WatchFigure rate = seen.Figures.Single(figure => figure.Figure == "base-rate");

        Assert.Equal(oracle[0], FormattableString.Invariant($"{rate.Rows}|{Math.Round(rate.Value, 9)}|{Math.Round(seen.Figures.Single(figure => figure.Figure == "said").Value, 9)}"));
    }

    private WatchResult Look(DateOnly day) => new PredictionWatch(_star.Database, _star.Clock).Look(Win, day, CancellationToken.None);
}
