using ProdSales.Learning.Boosting.Native;
using ProdSales.Learning.Selection;
using ProdSales.Plants;
using ProdSales.Predictions.Definition;
using ProdSales.Predictions.Registry;
using ProdSales.Predictions.Service;
using ProdSales.Predictions.Training;
using ProdSales.Support;
using ProdSales.Warehouse;

namespace ProdSales.Predictions.Tests.Service;

/// <summary>A disk without room under the service: what fails is told by name, and what serves goes on.</summary>
public sealed class FullDiskServiceTests
{
    private static Prediction Win => PredictionCatalogue.Find("win_30")!;

    [SmallDiskFact]
    public void On_a_full_disk_a_step_fails_by_name_and_is_done_once_there_is_room_again()
    {
        using var disk = SmallDisk.Mount();
        disk.FreeSome();
        using DemoStar star = DemoStar.Small(disk.File("demo.duckdb"));
        ModelRegistry registry = new(star.Database, star.Clock);
        new ModelTraining(star.Database, star.Clock).Train(Win, new DateOnly(2026, 8, 31), new LearnSettings { Library = XgBoostLibrary.At("libabsent.so.0") }, CancellationToken.None);
        string champion = registry.Champion(Win.Name)!.Id;
        using ModelService service = new(star.Database, star.Clock, ScheduleSettings.Nothing, [Win]);
        service.Ask(RunKind.Score, Win, "wang");

        disk.Fill();
        WarehouseException? unnoted = Record.Exception(() => Assert.Equal(RunOutcome.Failed, service.DoNext(CancellationToken.None)!.Outcome)) as WarehouseException;

        ModelRun failing = Assert.Single(service.Failing);
        Assert.Equal((RunKind.Score, Win.Name, "warehouse-failed"), (failing.Kind, failing.Prediction, failing.Code));
        Assert.Equal(unnoted is not null, failing.Id == 0);
        Assert.Equal(["0"], star.Query("SELECT count(*) FROM fact_score"));
        Assert.Equal(champion, registry.Champion(Win.Name)!.Id);
        Assert.NotEmpty(registry.Open(champion).Columns);

        disk.FreeSome();
        service.Ask(RunKind.Score, Win, "wang");
        Assert.Equal(RunOutcome.Done, service.DoNext(CancellationToken.None)!.Outcome);
        Assert.Empty(service.Failing);
        Assert.Equal([champion], star.Query("SELECT DISTINCT model_id FROM fact_score"));
    }
}
