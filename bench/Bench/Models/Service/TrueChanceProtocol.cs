using ProdSales.Feeds;
using ProdSales.Learning.Evaluation;
using ProdSales.Learning.Selection;
using ProdSales.Learning.Trained;
using ProdSales.Loading;
using ProdSales.Loading.Intake;
using ProdSales.Predictions.Definition;
using ProdSales.Predictions.Frames;
using ProdSales.Predictions.Registry;
using ProdSales.Predictions.Training;
using ProdSales.Simulation;
using ProdSales.Warehouse;
using ProdSales.Warehouse.Migrating;
using ProdSales.Warehouse.Reading;

namespace ProdSales.Bench.Models.Service;

/// <summary>How near the learned chance to win comes to the true one, which the demo company knows and tells in no record.</summary>
internal sealed class TrueChanceProtocol : IProtocol
{
    private static readonly DemoOptions Company = new() { Scale = 1, Years = 3 };

    /// <inheritdoc/>
    public string Id => "S4";

    /// <inheritdoc/>
    public string Question =>
        "Demo company of scale 1, seed 1: the chance to win learned from outcomes known until 2026-04-30, for deals open at the ends of later months, beside the true chance given all records and the mind of the buyer. "
        + "AUC gap: by how much the true chance orders what came better.";

    /// <inheritdoc/>
    public string? Absence(DataFolder data) => null;

    /// <inheritdoc/>
    public IEnumerable<Figure> Measure(DataFolder data)
    {
        IReadOnlyDictionary<string, DealTruth> truths = new DemoCompany(Company).DealTruths();
        string folder = Directory.CreateTempSubdirectory("prodsales-bench-").FullName;
        try
        {
            using WarehouseDatabase warehouse = WarehouseDatabase.Open(Path.Combine(folder, "demo.duckdb"), new WarehouseSettings(), TimeProvider.System);
            Fill(warehouse);
            foreach (Prediction prediction in PredictionCatalogue.All.Where(prediction => prediction.Definition.Name == "win" && prediction.HorizonDays <= 90))
            {
                foreach (Figure figure in Measure(warehouse, prediction, truths))
                {
                    yield return figure;
                }
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Fill(WarehouseDatabase warehouse)
    {
        SchemaMigrations.Apply(warehouse);
        FeedInput[] inputs =
        [
            .. new DemoCompany(Company).Rows().GroupBy(row => row.GetType())
                .Select(group => MadeRows.Of(FeedCatalogue.All.Single(feed => feed.RecordType == group.Key), [.. group], "demo")),
        ];
        new WarehouseLoader(warehouse, TimeProvider.System).Load(new LoadRequest("demo", "demo", inputs));
    }

    private static IEnumerable<Figure> Measure(WarehouseDatabase warehouse, Prediction prediction, IReadOnlyDictionary<string, DealTruth> truths)
    {
        DateOnly known = new(2026, 4, 30);
        TrainingResult trained = new ModelTraining(warehouse, TimeProvider.System).Train(prediction, known, new LearnSettings(), CancellationToken.None);
        TrainedModel model = new ModelRegistry(warehouse, TimeProvider.System).Open(trained.Model!.Id);
        using ReaderLease lease = warehouse.Readers.Lease();
        DateOnly last = FrameReader.LastKnownDay(lease.Connection)!.Value;
        DateOnly[] days = [.. Enumerable.Range(0, 4).Select(month => known.AddDays(1).AddMonths(month).AddDays(-1)).Where(day => day.AddDays(prediction.HorizonDays) <= last)];
        Frame asked = FrameReader.ReadOn(lease.Connection, prediction, days, last, CancellationToken.None);

        double[] said = [.. model.Score(asked.Features).Select(score => score.Probability)];
        double[] truth = [.. asked.Rows.Select(row => truths[row.SubjectId].ChanceToWin(row.AsOf, prediction.HorizonDays)!.Value)];
        bool[] came = [.. asked.Rows.Select(row => row.Outcome!.Value)];
        string note = FormattableString.Invariant($"{asked.Rows.Count} deals at {days.Length} ends of months, {trained.Model.Rows} rows learned from");
        yield return new Figure($"{prediction.Name}, mean distance from the true chance", said.Zip(truth, (one, other) => Math.Abs(one - other)).Average(), Bar.AtMost(.06, .04, .03), note);
        double gap = Metrics.Auc(truth, came) - Metrics.Auc(said, came);
        yield return new Figure($"{prediction.Name}, AUC gap to the true chance", gap, Bar.AtMost(.03, .015, .008), FormattableString.Invariant($"true {Metrics.Auc(truth, came):F4}"));
    }
}
