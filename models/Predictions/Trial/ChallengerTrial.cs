using System.Text.Json;
using System.Text.Json.Serialization;
using ProdSales.Predictions.Definition;
using ProdSales.Predictions.Frames;
using ProdSales.Predictions.Registry;
using ProdSales.Warehouse;
using ProdSales.Warehouse.Provider;
using ProdSales.Warehouse.Reading;

namespace ProdSales.Predictions.Trial;

/// <summary>Holds the scores that champion and challenger gave side by side against what came, and lets the registry follow the verdict.</summary>
/// <remarks>Only scores of days up to which neither model knew outcomes count, and only once their horizon has passed.</remarks>
/// <param name="database">The warehouse.</param>
/// <param name="clock">Gives the time of decisions.</param>
/// <param name="settings">The rule; the usual one when null.</param>
public sealed class ChallengerTrial(WarehouseDatabase database, TimeProvider clock, TrialSettings? settings = null)
{
    /// <summary>Who decides in the events of the registry.</summary>
    public const string Judge = "trial";

    private const int MostDays = 60;

    private static readonly JsonSerializerOptions Written = new() { NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals, Converters = { new JsonStringEnumConverter() } };

    private readonly ModelRegistry _registry = new(database, clock);
    private readonly TrialSettings _settings = settings ?? new TrialSettings();

    /// <summary>Reads a verdict out of an event of the registry; null where the event is none of a trial.</summary>
    public static TrialVerdict? VerdictOf(ModelEvent happened) =>
        happened.DecidedBy == Judge && happened.Figures is { } figures ? JsonSerializer.Deserialize<TrialVerdict>(figures, Written) : null;

    /// <summary>Writes a verdict as an event of the registry holds it.</summary>
    public static string TextOf(TrialVerdict verdict) => JsonSerializer.Serialize(verdict, Written);

    /// <summary>Judges the challenger of a prediction and follows the verdict.</summary>
    /// <param name="prediction">The prediction.</param>
    /// <param name="isDue">True to judge only when a cycle is over; false to judge at once.</param>
    /// <param name="isKept">False to tell the verdict without anything following from it.</param>
    /// <param name="cancellation">Ends it; nothing is decided then.</param>
    /// <exception cref="WarehouseException">Scores or outcomes could not be read, or the decision not be kept.</exception>
    public TrialResult Hold(Prediction prediction, bool isDue, bool isKept, CancellationToken cancellation)
    {
        IReadOnlyList<RegisteredModel> models = _registry.List(prediction.Name);
        RegisteredModel? champion = models.FirstOrDefault(model => model.Status is ModelStatus.Champion);
        RegisteredModel? challenger = models.FirstOrDefault(model => model.Status is ModelStatus.Challenger);
        if (champion is null || challenger is null)
        {
            return new TrialResult(prediction, champion?.Id, challenger?.Id, null);
        }

        TrialVerdict[] before = [.. _registry.Events(prediction.Name).Where(happened => happened.ModelId == challenger.Id).Select(VerdictOf).OfType<TrialVerdict>()];
        List<TrialRow> rows = Rows(prediction, champion, challenger, before.Select(verdict => verdict.Last).Max(), isDue, cancellation);
        if (isDue && rows.Count == 0)
        {
            return new TrialResult(prediction, champion.Id, challenger.Id, null);
        }

        TrialVerdict verdict = TrialRule.Judge(rows, before.Count(held => held.Reason == "no-difference"), _settings);
        cancellation.ThrowIfCancellationRequested();
        if (isKept)
        {
            _registry.Conclude(champion.Id, challenger.Id, StatusAfter(verdict.Decision), verdict.Reason, TextOf(verdict));
        }

        return new TrialResult(prediction, champion.Id, challenger.Id, verdict);
    }

    private static ModelStatus StatusAfter(TrialDecision decision) => decision switch
    {
        TrialDecision.Promote => ModelStatus.Champion,
        TrialDecision.Retire => ModelStatus.Retired,
        _ => ModelStatus.Challenger,
    };

    private List<TrialRow> Rows(
        Prediction prediction, RegisteredModel champion, RegisteredModel challenger, DateOnly? judgedTo, bool isDue, CancellationToken cancellation)
    {
        using ReaderLease lease = database.Readers.Lease(cancellation);
        DateOnly known = FrameReader.LastKnownDay(lease.Connection) ?? DateOnly.MinValue;
        DateOnly first = champion.AsOf > challenger.AsOf ? champion.AsOf : challenger.AsOf;
        Dictionary<(DateOnly, string, string), (double Champion, double Challenger)> scores = Scores(lease.Connection, champion.Id, challenger.Id, first, known.AddDays(-prediction.HorizonDays));
        DateOnly[] days = [.. scores.Keys.Select(key => key.Item1).Distinct().Order()];
        if (days.Length == 0 || (isDue && days[^1].DayNumber - (judgedTo ?? days[0].AddDays(-1)).DayNumber < _settings.CycleDays))
        {
            return [];
        }

        Frame frame = FrameReader.ReadOn(lease.Connection, prediction, Spread(days), known, cancellation);
        return
        [
            .. frame.Rows.Where(row => row.Outcome is not null && scores.ContainsKey((row.AsOf, row.SourceSystem, row.SubjectId))).Select(row =>
            {
                (double one, double other) = scores[(row.AsOf, row.SourceSystem, row.SubjectId)];
                return new TrialRow(row.AsOf, row.GroupId ?? $"{row.SourceSystem} {row.SubjectId}", one, other, row.Outcome!.Value);
            }),
        ];
    }

    // Scores of one day and the next hardly differ: days far apart tell as much with less reading.
    private static IEnumerable<DateOnly> Spread(DateOnly[] days) =>
        days.Length <= MostDays ? days : Enumerable.Range(0, MostDays).Select(at => days[at * (days.Length - 1) / (MostDays - 1)]);

    private static Dictionary<(DateOnly, string, string), (double Champion, double Challenger)> Scores(
        DuckDbConnection connection, string champion, string challenger, DateOnly first, DateOnly last)
    {
        using DuckDbCommand command = connection.CreateCommand("""
            SELECT a.scored_date, y.source_system, a.subject_id, a.probability, b.probability
            FROM fact_score AS a
            INNER JOIN fact_score AS b ON b.source_key = a.source_key AND b.subject_id = a.subject_id AND b.scored_date = a.scored_date
            INNER JOIN dim_source_system AS y ON y.source_key = a.source_key
            WHERE a.model_id = $champion AND b.model_id = $challenger AND a.scored_date BETWEEN $first AND $last
            """);
        foreach ((string name, object value) in new (string, object)[] { ("champion", champion), ("challenger", challenger), ("first", first), ("last", last) })
        {
            command.Parameters.Add(new DuckDbParameter(name, value));
        }

        using DuckDbDataReader reader = command.ExecuteReader();
        Dictionary<(DateOnly, string, string), (double, double)> scores = [];
        while (reader.Read())
        {
            scores[(reader.GetFieldValue<DateOnly>(0), reader.GetString(1), reader.GetString(2))] = (reader.GetDouble(3), reader.GetDouble(4));
        }

        return scores;
    }
}
