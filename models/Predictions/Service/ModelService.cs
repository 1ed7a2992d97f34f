using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using ProdSales.Learning.Selection;
using ProdSales.Predictions.Definition;
using ProdSales.Predictions.Frames;
using ProdSales.Predictions.Monitoring;
using ProdSales.Predictions.Registry;
using ProdSales.Predictions.Scoring;
using ProdSales.Predictions.Training;
using ProdSales.Predictions.Trial;
using ProdSales.Warehouse;
using ProdSales.Warehouse.Reading;

namespace ProdSales.Predictions.Service;

/// <summary>Trains, scores and judges, one step at a time: first what people ask for, then what is due. Each step keeps all that it made or nothing, and what came of it is a run.</summary>
/// <remarks>A step that fails ends as a run that says why; the models that serve go on serving, and it is tried again.</remarks>
/// <param name="database">The warehouse.</param>
/// <param name="clock">Gives the times.</param>
/// <param name="settings">What is done without being asked.</param>
/// <param name="predictions">What is predicted; all that are shipped when null.</param>
/// <param name="learning">How models are learned; null takes the usual way. Without the library of boosted trees logistic regressions are learned, and their runs say so.</param>
public sealed class ModelService(
    WarehouseDatabase database, TimeProvider clock, ScheduleSettings settings, IReadOnlyList<Prediction>? predictions = null, LearnSettings? learning = null) : IDisposable
{
    /// <summary>Who asks for what is due.</summary>
    public const string Schedule = "schedule";

    internal const string Day = "day";
    internal const string Champion = "champion";

    /// <summary>The code of a run that failed though the same step may pass in a moment.</summary>
    internal const string Busy = "warehouse-busy";

    private const string Detail = "detail";

    private readonly IReadOnlyList<Prediction> _predictions = predictions ?? PredictionCatalogue.All;
    private readonly ModelRegistry _registry = new(database, clock);
    private readonly SemaphoreSlim _asked = new(0);
    private readonly Lock _working = new();
    private readonly ConcurrentDictionary<(RunKind, string), ModelRun> _last = new();
    private volatile ModelRun? _current;

    /// <summary>Gets the runs.</summary>
    public RunLedger Ledger { get; } = new(database, clock);

    /// <summary>Gets the step that is under way; null between steps. Known without asking the warehouse.</summary>
    public ModelRun? Current => _current;

    /// <summary>Gets a value indicating whether anything is done that nobody asks for.</summary>
    public bool IsScheduled => settings != ScheduleSettings.Nothing;

    /// <summary>Gets how many alarms stand; null until it is known. Known without asking the warehouse.</summary>
    public int? Alarms { get; private set; }

    /// <summary>Gets the steps that failed when they were last done, since this service was made; one that the warehouse could not be told of has the number 0. Known without asking the warehouse.</summary>
    public IReadOnlyList<ModelRun> Failing => [.. _last.Values.Where(run => run.Outcome is RunOutcome.Failed).OrderBy(run => run.Id)];

    /// <summary>Takes over a warehouse: closes what a server that is gone has left under way.</summary>
    /// <exception cref="WarehouseException">The warehouse failed.</exception>
    public void TakeOver()
    {
        Ledger.CloseInterrupted();
        Alarms = new WatchLedger(database).Alarms(isOpen: true).Count;
    }

    /// <summary>Asks for a step; it is done as soon as the step that is under way is over.</summary>
    /// <exception cref="WarehouseException">The run could not be noted.</exception>
    public ModelRun Ask(RunKind kind, Prediction prediction, string by)
    {
        ModelRun run = Ledger.Ask(kind, prediction.Name, by);
        _asked.Release();
        return run;
    }

    /// <summary>Waits until something is asked for, or until the time at which something may have become due.</summary>
    /// <returns>Whether there may be something to do.</returns>
    public async Task<bool> WaitAsync(TimeSpan time, CancellationToken cancellation)
    {
        bool isAsked = await _asked.WaitAsync(time, cancellation).ConfigureAwait(false);
        while (await _asked.WaitAsync(TimeSpan.Zero, cancellation).ConfigureAwait(false))
        {
            // What was asked meanwhile is in the ledger.
        }

        return isAsked || IsScheduled;
    }

    /// <summary>Does the next step.</summary>
    /// <param name="cancellation">Ends it in its middle; it leaves nothing but a run that says so.</param>
    /// <returns>The run, or null when there was nothing to do.</returns>
    /// <exception cref="OperationCanceledException">It was ended.</exception>
    /// <exception cref="WarehouseException">What is due could not be read, or a run not be noted.</exception>
    public ModelRun? DoNext(CancellationToken cancellation)
    {
        lock (_working)
        {
            DateOnly? known = KnownDay(cancellation);
            if (Ledger.Queued() is [var asked, ..])
            {
                return Kept(asked.Kind, asked.Prediction, () => asked, known, cancellation);
            }

            return known is { } day && new ModelSchedule(settings, day, clock.GetUtcNow().UtcDateTime, _registry.List(), Ledger.Last()).Next(_predictions) is { } due
                ? Kept(due.Kind, due.Prediction.Name, () => Ledger.Ask(due.Kind, due.Prediction.Name, Schedule), known, cancellation)
                : null;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _asked.Dispose();

    internal static string Written(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private ModelRun Kept(RunKind kind, string prediction, Func<ModelRun> asked, DateOnly? known, CancellationToken cancellation)
    {
        try
        {
            ModelRun run = Ledger.Begin(asked());
            _current = run;
            return _last[(kind, prediction)] = Do(run, known, cancellation);
        }
        catch (WarehouseException failure)
        {
            _last[(kind, prediction)] = NotNoted(kind, prediction, failure);
            throw;
        }
        finally
        {
            _current = null;
        }
    }

    /// <summary>A step of which the warehouse could not even be told, as on a full disk.</summary>
    private ModelRun NotNoted(RunKind kind, string prediction, WarehouseException failure)
    {
        DateTime now = clock.GetUtcNow().UtcDateTime;
        string facts = JsonSerializer.Serialize(new Dictionary<string, string>(StringComparer.Ordinal) { [Detail] = failure.Message });
        return new ModelRun(0, kind, prediction, Schedule, now, now, now, RunOutcome.Failed, CodeOf(failure), facts);
    }

    private static string CodeOf(WarehouseException failure) => failure.IsTransient ? Busy : "warehouse-failed";

    private ModelRun Do(ModelRun run, DateOnly? known, CancellationToken cancellation)
    {
        Dictionary<string, object> facts = new(StringComparer.Ordinal) { [Day] = known is { } day ? Written(day) : "" };
        try
        {
            if (known is null)
            {
                return Ledger.End(run, RunOutcome.Refused, "no-data", facts);
            }

            Prediction prediction = _predictions.FirstOrDefault(held => held.Name == run.Prediction)
                ?? throw new ArgumentException($"There is no prediction {run.Prediction}.", nameof(run));
            (RunOutcome outcome, string? code) = run.Kind switch
            {
                RunKind.Train => Train(prediction, facts, cancellation),
                RunKind.Score => Score(prediction, facts, cancellation),
                RunKind.Judge => Judge(prediction, facts, cancellation),
                _ => Watch(prediction, facts, cancellation),
            };
            return Ledger.End(run, outcome, code, facts);
        }
        catch (OperationCanceledException)
        {
            Ledger.End(run, RunOutcome.Cancelled, null, facts);
            throw;
        }
        catch (WarehouseException failure)
        {
            facts[Detail] = failure.Message;
            return Ledger.End(run, RunOutcome.Failed, CodeOf(failure), facts);
        }
        catch (Exception failure) when (failure is not (OutOfMemoryException or StackOverflowException))
        {
            // Whatever is wrong with one model must not end the service of the others.
            facts[Detail] = $"{failure.GetType().Name}: {failure.Message}";
            return Ledger.End(run, RunOutcome.Failed, "step-failed", facts);
        }
    }

    private (RunOutcome, string?) Train(Prediction prediction, Dictionary<string, object> facts, CancellationToken cancellation)
    {
        TrainingResult result = new ModelTraining(database, clock).Train(prediction, null, learning ?? new LearnSettings(), cancellation);
        if (result.Model is { } model)
        {
            facts["model"] = model.Id;
            LearnNote? absent = result.Notes.FirstOrDefault(note => note.Code == "boosting-unavailable");
            foreach ((string name, object value) in absent?.Facts ?? new Dictionary<string, object>())
            {
                facts[name] = value;
            }

            return (RunOutcome.Done, absent?.Code);
        }

        foreach ((string name, object value) in result.Refusal!.Facts)
        {
            facts[name] = value;
        }

        return (RunOutcome.Refused, result.Refusal.Code);
    }

    private (RunOutcome, string?) Score(Prediction prediction, Dictionary<string, object> facts, CancellationToken cancellation)
    {
        facts[Champion] = _registry.Champion(prediction.Name)?.Id ?? "";
        ScoringResult result = new ScoringRun(database, clock).Score(prediction, null, cancellation);
        facts["models"] = string.Join(' ', result.ModelIds);
        facts["subjects"] = result.Subjects;
        foreach ((string name, object value) in result.Problems.SelectMany(problem => problem.Facts))
        {
            facts[name] = value;
        }

        return result.ModelIds.Count == 0 || result.Problems.Any(problem => problem.Refusal is not null)
            ? (RunOutcome.Refused, result.Problems.Select(problem => problem.Code).FirstOrDefault() ?? "nobody-scores")
            : (RunOutcome.Done, result.Problems.Select(problem => problem.Code).FirstOrDefault());
    }

    private (RunOutcome, string?) Judge(Prediction prediction, Dictionary<string, object> facts, CancellationToken cancellation)
    {
        TrialResult result = new ChallengerTrial(database, clock, settings.Trial).Hold(prediction, isDue: true, isKept: true, cancellation);
        if (result is { Challenger: { } challenger, Verdict: { } verdict })
        {
            facts["model"] = challenger;
            facts["decision"] = verdict.Decision.ToString().ToLowerInvariant();
        }

        return (RunOutcome.Done, result.Verdict?.Reason);
    }

    private (RunOutcome, string?) Watch(Prediction prediction, Dictionary<string, object> facts, CancellationToken cancellation)
    {
        WatchResult result = new PredictionWatch(database, clock).Look(prediction, null, cancellation);
        facts["alarms"] = result.Alarms.Count;
        Alarms = new WatchLedger(database).Alarms(isOpen: true).Count;
        return (RunOutcome.Done, result.Code);
    }

    private DateOnly? KnownDay(CancellationToken cancellation)
    {
        using ReaderLease lease = database.Readers.Lease(cancellation);
        return FrameReader.LastKnownDay(lease.Connection);
    }
}
