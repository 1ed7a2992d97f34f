using ProdSales.Learning.Boosting.Native;
using ProdSales.Learning.Selection;
using ProdSales.Plants;
using ProdSales.Predictions.Definition;
using ProdSales.Predictions.Registry;
using ProdSales.Predictions.Service;
using ProdSales.Predictions.Training;
using ProdSales.Support;
using ProdSales.Warehouse;
using ProdSales.Warehouse.Tests;
using System.Globalization;

namespace ProdSales.Predictions.Tests.Service;

/// <summary>Another process takes the warehouse's file while the service works: it is named, nothing is lost, and the model that served goes on once the file is free.</summary>
[Trait("Speed", "Slow")]
public sealed class LockedWarehouseTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static Prediction Win => PredictionCatalogue.Find("win_30")!;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_step_is_refused_by_the_name_of_the_process_that_holds_the_file_and_is_done_once_that_has_ended()
    {
        string file = _folder.File("demo.duckdb");
        using DemoStar star = DemoStar.Small(file, DemoStar.Machine with { Injected = new Dictionary<string, string> { ["debug_checkpoint_abort"] = "BEFORE_HEADER" } });
        ModelRegistry registry = new(star.Database, star.Clock);
        LearnSettings quick = new() { Library = XgBoostLibrary.At("libabsent.so.0") };
        new ModelTraining(star.Database, star.Clock).Train(Win, new DateOnly(2026, 8, 31), quick, CancellationToken.None);
        string champion = registry.Champion(Win.Name)!.Id;
        using ModelService service = new(star.Database, star.Clock, ScheduleSettings.Nothing, [Win], quick);
        service.Ask(RunKind.Score, Win, "wang");
        service.Ask(RunKind.Train, Win, "wang");

        await BreakAsync(star.Database, file);
        using (SecondProcess other = SecondProcess.Start("hold", file))
        {
            for (int tries = 0; tries < 3; tries++)
            {
                WarehouseException refused = Assert.Throws<WarehouseException>(() => service.DoNext(CancellationToken.None));

                Assert.Equal((WarehouseErrorKind.Locked, true), (refused.Kind, refused.IsTransient));
                Assert.Contains($"PID {other.Id.ToString(CultureInfo.InvariantCulture)}", refused.Message, StringComparison.Ordinal);
            }
        }

        Assert.Equal(champion, registry.Champion(Win.Name)!.Id);
        ModelRun[] done = [service.DoNext(CancellationToken.None)!, service.DoNext(CancellationToken.None)!];

        Assert.Equal([(RunKind.Score, RunOutcome.Done), (RunKind.Train, RunOutcome.Done)], done.Select(run => (run.Kind, run.Outcome)));
        Assert.Null(service.DoNext(CancellationToken.None));
        Assert.Equal([champion], star.Query("SELECT DISTINCT model_id FROM fact_score"));
        Assert.Empty(service.Failing);
    }

    // A fatal error makes the next use open the file again; a copy in its place is what another process can take before.
    private static async Task BreakAsync(WarehouseDatabase database, string file)
    {
        WarehouseException error = await Assert.ThrowsAsync<WarehouseException>(() => database.Maintenance.CheckpointAsync());
        Assert.Equal(WarehouseErrorKind.Fatal, error.Kind);
        File.Copy(file, $"{file}.copy");
        File.Move($"{file}.copy", file, overwrite: true);
    }
}
