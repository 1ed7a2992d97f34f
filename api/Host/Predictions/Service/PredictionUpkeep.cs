using System.Text.Json;
using ProdSales.Host.Planning;
using ProdSales.Host.Speech;
using ProdSales.Predictions.Service;
using ProdSales.Warehouse;

namespace ProdSales.Host.Predictions.Service;

/// <summary>Has the service around the models do what is asked for or due, one step after the other, while the server runs.</summary>
/// <param name="service">The service.</param>
/// <param name="plans">Forecasts that fall due once everything is scored.</param>
/// <param name="speaker">Speaks in the log.</param>
/// <param name="log">Told of each step.</param>
internal sealed partial class PredictionUpkeep(ModelService service, DuePlans plans, Speaker speaker, ILogger<PredictionUpkeep> log) : BackgroundService
{
    /// <summary>How often is looked whether something is due.</summary>
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    /// <summary>How long the first step waits, so that the first screen does not.</summary>
    private static readonly TimeSpan Start = TimeSpan.FromSeconds(10);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await TryAsync(() => service.TakeOver(), stoppingToken).ConfigureAwait(false);
            TimeSpan next = Start;
            while (true)
            {
                if (await service.WaitAsync(next, stoppingToken).ConfigureAwait(false))
                {
                    await TryAsync(() => DoAll(stoppingToken), stoppingToken).ConfigureAwait(false);
                }

                next = Interval;
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server ends; the step that was under way has left nothing.
        }
    }

    private void DoAll(CancellationToken cancellation)
    {
        while (service.DoNext(cancellation) is { } run)
        {
            Tell(run);
        }

        if (!service.IsScheduled)
        {
            return;
        }

        foreach (string line in plans.Do(cancellation).SelectMany(result => PlanText.Lines(result, speaker)))
        {
            Did(log, line);
        }
    }

    // A thread of its own: a step takes seconds to minutes, and the threads that answer requests are not for that.
    private async Task TryAsync(Action work, CancellationToken cancellation)
    {
        try
        {
            await Task.Factory.StartNew(work, cancellation, TaskCreationOptions.LongRunning, TaskScheduler.Default).ConfigureAwait(false);
        }
        catch (WarehouseException failure)
        {
            NotDone(log, failure);
        }
    }

    private void Tell(ModelRun run)
    {
        using var facts = JsonDocument.Parse(run.Facts);
        Dictionary<string, object> held = facts.RootElement.EnumerateObject().ToDictionary(fact => fact.Name, fact => (object)fact.Value.ToString(), StringComparer.Ordinal);
        held["prediction"] = run.Prediction;
        held["code"] = run.Code ?? speaker.Say("run.not-due");
        string text = speaker.Say($"run.{run.Kind.ToString().ToLowerInvariant()}-{run.Outcome.ToString().ToLowerInvariant()}", held);
        text += run is { Kind: RunKind.Train, Outcome: RunOutcome.Done, Code: { } note } ? $" {speaker.Say($"learn-note.{note}", held)}" : "";
        if (run.Outcome is RunOutcome.Failed)
        {
            Failed(log, text);
        }
        else
        {
            Did(log, text);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Text}")]
    private static partial void Did(ILogger log, string text);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Text}")]
    private static partial void Failed(ILogger log, string text);

    [LoggerMessage(Level = LogLevel.Error, Message = "A step of the service around the predictions could not be noted in the warehouse; it is tried again in a minute.")]
    private static partial void NotDone(ILogger log, Exception error);
}
