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
    public TrainingResult Train(Prediction prediction, DateOnly? known, LearnSettings settings, CancellationToken cancellation) =>
        Train([prediction], known, settings, cancellation).Single();

    /// <summary>Trains several predictions in the order given; those of one definition that follow each other read the warehouse once.</summary>
    /// <param name="predictions">What to predict.</param>
    /// <param name="known">The day up to which outcomes count as known; null for the last day of the warehouse.</param>
    /// <param name="settings">Seed, threads and library; embargo, directions and lineage follow from the prediction.</param>
    /// <param name="cancellation">Ends it; what was registered by then stays.</param>
    /// <returns>The results, each as soon as its model is registered.</returns>
    /// <exception cref="WarehouseException">The frame could not be read, or a model not be kept.</exception>
    public IEnumerable<TrainingResult> Train(IReadOnlyList<Prediction> predictions, DateOnly? known, LearnSettings settings, CancellationToken cancellation)
    {
        for (int from = 0; from < predictions.Count;)
        {
            Prediction[] horizons = [.. predictions.Skip(from).TakeWhile(prediction => prediction.Definition == predictions[from].Definition)];
            from += horizons.Length;
            TrainingFrames? frames = TrainingFrames.Read(database, horizons, known, cancellation);
            foreach ((int at, Prediction prediction) in horizons.Index())
            {
                yield return frames is null ? NothingKnown(prediction) : Train(prediction, frames, frames.Of(at), settings, cancellation);
            }
        }
    }

    private static TrainingResult NothingKnown(Prediction prediction) =>
        new(prediction, null, new LearnRefusal("nothing-known", new Dictionary<string, object>(StringComparer.Ordinal)), []);

    private TrainingResult Train(Prediction prediction, TrainingFrames frames, Frame known, LearnSettings settings, CancellationToken cancellation)
    {
        Frame frame = RowDraw.Sample(known, prediction.Definition.MostRows);
        LearnSettings own = settings with
        {
            Embargo = prediction.HorizonDays,
            OffersDeepTrees = prediction.Definition.OffersDeepTrees,
            Monotone = prediction.Definition.Features.Where(feature => feature.Monotone != 0).ToDictionary(feature => feature.Name, feature => feature.Monotone, StringComparer.Ordinal),
            Lineage = new Dictionary<string, string>(settings.Lineage, StringComparer.Ordinal)
            {
                ["prediction"] = prediction.Name,
                ["known"] = Day(frames.Known),
                ["features"] = FeatureHash(prediction),
                ["frame"] = frame.Digest(),
                ["data"] = frames.Versions,
            },
        };
        LearnOutcome outcome = LeakCheck.Refuse(frame, cancellation) is { } leak ? new LearnOutcome(null, leak, []) : Learner.Learn(DataOf(frame), own, cancellation);
        if (TrainingWithoutOutcomes.Helps(prediction, outcome.Refusal))
        {
            outcome = TrainingWithoutOutcomes.Learn(database, prediction, frames.Known, own, cancellation) ?? outcome;
        }

        IReadOnlyList<LearnNote> notes = frame.Rows.Count < known.Rows.Count ? [Sampled(frame, known), .. outcome.Notes] : outcome.Notes;
        return outcome.Model is { } model
            ? new TrainingResult(prediction, Register(prediction, frames.Known, frames.Versions, model, notes), null, notes)
            : new TrainingResult(prediction, null, outcome.Refusal, notes);
    }

    private static LearnNote Sampled(Frame frame, Frame of) =>
        new("sampled-rows", new Dictionary<string, object>(StringComparer.Ordinal) { ["rows"] = frame.Rows.Count, ["of"] = of.Rows.Count });

    /// <summary>Gives the sha-256 of what a prediction asks and of its features: models of the same hash read the same frame.</summary>
    public static string FeatureHash(Prediction prediction) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(
        CultureInfo.InvariantCulture,
        $"{prediction.Name}\n{prediction.Definition.Outcome}\n{prediction.Definition.Frame}\n{string.Join('\n', prediction.Definition.Features.Select(feature => $"{feature.Name} {feature.Kind} {feature.Monotone}"))}"))));

    private static LearnData DataOf(Frame frame) => new(
        frame.Features,
        [.. frame.Rows.Select(row => row.Outcome!.Value)],
        [.. frame.Rows.Select(row => (double)row.AsOf.DayNumber)],
        [.. frame.Rows.Select(row => row.GroupId)]);

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
            RegisteredModel.TextOf(model.Training),
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

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
