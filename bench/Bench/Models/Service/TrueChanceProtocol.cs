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

/// <summary>How near learned chances to win and to fail come to the true ones, which the demo company knows and tells in no record.</summary>
internal sealed class TrueChanceProtocol : IProtocol
{
    private const string Wins = "win";

    private static readonly DemoOptions Company = new() { Scale = 1, Years = 3 };

    /// <inheritdoc/>
    public string Id => "S4";

    /// <inheritdoc/>
    public string Question =>
        "Demo company of scale 1, seed 1: the chance of open deals to be won, and of devices to fail, learned from outcomes known until 2026-04-30, at the ends of later months, beside the true chance given all records and the mind of the buyer, "
        + "or the age, lot and usual use of the device. AUC gap: by how much the true chance orders what came better. Customers who were planted to leave made up their minds only after that day.";

    /// <inheritdoc/>
    public string? Absence(DataFolder data) => null;

    /// <inheritdoc/>
    public IEnumerable<Figure> Measure(DataFolder data)
    {
        DemoCompany company = new(Company);
        IReadOnlyDictionary<string, DealTruth> deals = company.DealTruths();
        IReadOnlyDictionary<string, DeviceTruth> devices = company.DeviceTruths();
        double TrueChance(FrameRow row, Prediction prediction) => prediction.Definition.Name == Wins
            ? deals[row.SubjectId].ChanceToWin(row.AsOf, prediction.HorizonDays)!.Value
            : devices[row.SubjectId].ChanceToFail(row.AsOf, prediction.HorizonDays / 30)!.Value;
        string folder = Directory.CreateTempSubdirectory("prodsales-bench-").FullName;
        try
        {
            using WarehouseDatabase warehouse = WarehouseDatabase.Open(Path.Combine(folder, "demo.duckdb"), new WarehouseSettings(), TimeProvider.System);
            Fill(warehouse);
            foreach (Prediction prediction in PredictionCatalogue.All.Where(prediction => prediction.Definition.Name is Wins or "breakdown" && prediction.HorizonDays <= 90))
            {
                foreach (Figure figure in Measure(warehouse, prediction, row => TrueChance(row, prediction), [.. company.Truth.LeavingCustomers!.CustomerIds]))
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

    private static IEnumerable<Figure> Measure(WarehouseDatabase warehouse, Prediction prediction, Func<FrameRow, double> trueChance, HashSet<string> leaving)
    {
        DateOnly known = new(2026, 4, 30);
        TrainingResult trained = new ModelTraining(warehouse, TimeProvider.System).Train(prediction, known, new LearnSettings(), CancellationToken.None);
        TrainedModel model = new ModelRegistry(warehouse, TimeProvider.System).Open(trained.Model!.Id);
        using ReaderLease lease = warehouse.Readers.Lease();
        DateOnly last = FrameReader.LastKnownDay(lease.Connection)!.Value;
        DateOnly[] days = [.. Enumerable.Range(0, 4).Select(month => known.AddDays(1).AddMonths(month).AddDays(-1)).Where(day => day.AddDays(prediction.HorizonDays) <= last)];
        Frame asked = FrameReader.ReadOn(lease.Connection, prediction, days, last, CancellationToken.None);

        double[] said = [.. model.Score(asked.Features).Select(score => score.Probability)];
        Judged[] all = [.. asked.Rows.Zip(said, (row, chance) => new Judged(chance, trueChance(row), row.Outcome!.Value, row.CustomerId is { } customer && leaving.Contains(customer)))];
        Judged[] staying = [.. all.Where(row => !row.IsLeaving)];
        string note = FormattableString.Invariant($"{all.Length} at {days.Length} ends of months, {trained.Model.Rows} rows learned from; {Distance(staying):F4} without {all.Length - staying.Length} of customers planted to leave");
        yield return new Figure($"{prediction.Name}, mean distance from the true chance", Distance(all), Bar.AtMost(.06, .04, .03), note);
        string gapNote = FormattableString.Invariant($"true {TrueAuc(all):F4}; {TrueAuc(staying) - SaidAuc(staying):F4} without customers planted to leave");
        yield return new Figure($"{prediction.Name}, AUC gap to the true chance", TrueAuc(all) - SaidAuc(all), Bar.AtMost(.03, .015, .008), gapNote);
    }

    private static double Distance(Judged[] rows) => rows.Average(row => Math.Abs(row.Said - row.True));

    private static double SaidAuc(Judged[] rows) => Metrics.Auc([.. rows.Select(row => row.Said)], [.. rows.Select(row => row.Came)]);

    private static double TrueAuc(Judged[] rows) => Metrics.Auc([.. rows.Select(row => row.True)], [.. rows.Select(row => row.Came)]);

    private sealed record Judged(double Said, double True, bool Came, bool IsLeaving);
}
