using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ProdSales.Learning.Selection;
using ProdSales.Learning.Trained;
using ProdSales.Predictions.Definition;
using ProdSales.Predictions.Frames;
using ProdSales.Predictions.Registry;
using ProdSales.Warehouse;
using ProdSales.Warehouse.Provider;
using ProdSales.Warehouse.Reading;

namespace ProdSales.Predictions.Training;

/// <summary>Trains models from the warehouse and registers them: the first of a prediction becomes champion, each further one challenges it.</summary>
/// <param name="database">The warehouse.</param>
/// <param name="clock">Gives the time of training.</param>
public sealed class ModelTraining(WarehouseDatabase database, TimeProvider clock)
{
    private const string Trainer = "training";
    private readonly ModelRegistry _registry = new(database, clock);

    /// <summary>Trains one prediction.</summary>
    /// <param name="prediction">What to predict.</param>
    /// <param name="known">The day up to which outcomes count as known; null for the last day of the warehouse.</param>
    /// <param name="settings">Seed, threads and library; embargo, directions and lineage follow from the prediction.</param>
    /// <param name="cancellation">Ends it; nothing is registered then.</param>
    /// <exception cref="WarehouseException">The frame could not be read, or the model not be kept.</exception>
    public TrainingResult Train(Prediction prediction, DateOnly? known, LearnSettings settings, CancellationToken cancellation)
    {
        (Frame frame, string versions, DateOnly day) = Read(prediction, known, cancellation);
        LearnSettings own = settings with
        {
            Embargo = prediction.HorizonDays,
            Monotone = prediction.Definition.Features.Where(feature => feature.Monotone != 0).ToDictionary(feature => feature.Name, feature => feature.Monotone, StringComparer.Ordinal),
            Lineage = new Dictionary<string, string>(settings.Lineage, StringComparer.Ordinal)
            {
                ["prediction"] = prediction.Name,
                ["known"] = Day(day),
                ["features"] = FeatureHash(prediction),
                ["frame"] = frame.Digest(),
                ["data"] = versions,
            },
        };
        LearnOutcome outcome = Learner.Learn(DataOf(frame), own, cancellation);
        return outcome.Model is { } model
            ? new TrainingResult(prediction, Register(prediction, day, versions, model, outcome.Notes), null, outcome.Notes)
            : new TrainingResult(prediction, null, outcome.Refusal, outcome.Notes);
    }

    /// <summary>Gives the sha-256 of what a prediction asks and of its features: models of the same hash read the same frame.</summary>
    public static string FeatureHash(Prediction prediction) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(
        CultureInfo.InvariantCulture,
        $"{prediction.Name}\n{prediction.Definition.Frame}\n{string.Join('\n', prediction.Definition.Features.Select(feature => $"{feature.Name} {feature.Kind} {feature.Monotone}"))}"))));

    private static LearnData DataOf(Frame frame) => new(
        frame.Features,
        [.. frame.Rows.Select(row => row.Outcome!.Value)],
        [.. frame.Rows.Select(row => (double)row.AsOf.DayNumber)],
        [.. frame.Rows.Select(row => row.GroupId)]);

    private (Frame Frame, string Versions, DateOnly Known) Read(Prediction prediction, DateOnly? known, CancellationToken cancellation)
    {
        using ReaderLease lease = database.Readers.Lease(cancellation);
        DateOnly day = known ?? FrameReader.LastKnownDay(lease.Connection) ?? DateOnly.MinValue.AddYears(100);
        DateOnly last = day.AddDays(-prediction.HorizonDays);
        Frame frame = FrameReader.Read(lease.Connection, prediction, last.AddMonths(-prediction.Definition.TrainingMonths), last, day, cancellation);
        return (frame.Take([.. Enumerable.Range(0, frame.Rows.Count).Where(row => frame.Rows[row].Outcome is not null)]), Versions(lease.Connection), day);
    }

    private RegisteredModel Register(Prediction prediction, DateOnly known, string versions, TrainedModel model, IReadOnlyList<LearnNote> notes)
    {
        int number = _registry.List(prediction.Name).Count(other => other.AsOf == known) + 1;
        string id = string.Create(CultureInfo.InvariantCulture, $"{prediction.Name}-{Day(known)}-{number}");
        RegisteredModel entry = new(
            id,
            prediction.Name,
            ModelStatus.Candidate,
            clock.GetUtcNow().UtcDateTime,
            known,
            versions,
            FeatureHash(prediction),
            JsonSerializer.Serialize(model.Columns),
            model.Training.Seed,
            model.Training.Skill.ToString().ToLowerInvariant(),
            model.Training.Rows,
            model.Training.Positives,
            JsonSerializer.Serialize(model.Training),
            JsonSerializer.Serialize(notes),
            "");
        _registry.Add(entry, model);
        if (_registry.Champion(prediction.Name) is null)
        {
            _registry.Promote(id, Trainer, "the first model of this prediction");
        }
        else
        {
            _registry.Challenge(id, Trainer, "trained anew; it is held against the champion on what both say from now on");
        }

        return _registry.List(prediction.Name).Single(held => held.Id == id);
    }

    private static string Versions(DuckDbConnection connection)
    {
        using DuckDbCommand command = connection.CreateCommand("SELECT CAST(to_json(coalesce(map_from_entries(list((fact, version) ORDER BY fact)), MAP {})) AS VARCHAR) FROM data_version");
        return (string)command.ExecuteScalar()!;
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
