using ProdSales.Host.Speech;
using ProdSales.Semantics;
using ProdSales.Warehouse;

namespace ProdSales.Host.Models;

/// <summary>Watches the folder of the users while the server runs, and has each change of it tried.</summary>
/// <param name="model">The model in service.</param>
/// <param name="speaker">Speaks in the log.</param>
/// <param name="clock">The clock.</param>
/// <param name="log">Told what came into service, and what did not and why.</param>
internal sealed partial class ModelWatch(ModelInService model, Speaker speaker, TimeProvider clock, ILogger<ModelWatch> log) : BackgroundService
{
    /// <summary>How often the folder is read where the system tells of no change: not every file system does.</summary>
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    /// <summary>How long the files must stay as they are before they are read as a whole.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(150);

    // Never disposed: the system may tell of a change after the end.
    private readonly SemaphoreSlim _changed = new(0);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (model.Folder is not { } path)
        {
            return;
        }

        Tell();
        using FileSystemWatcher? watcher = Watcher(path);
        try
        {
            while (true)
            {
                await _changed.WaitAsync(Interval, stoppingToken).ConfigureAwait(false);
                while (await _changed.WaitAsync(TimeSpan.Zero, stoppingToken).ConfigureAwait(false))
                {
                    // Many changes at once are one.
                }

                ModelFolder folder = await SettledAsync(path, stoppingToken).ConfigureAwait(false);
                if (!model.HasTried(folder))
                {
                    Try(folder);
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server ends.
        }
    }

    private void Try(ModelFolder folder)
    {
        try
        {
            model.Try(folder);
            Tell();
        }
        catch (WarehouseException failure)
        {
            // The warehouse failed, not the model: what is in service stays, and the next change is tried again.
            Failed(log, failure);
        }
    }

    // An editor writes a file in several steps, and several files belong together.
    private async Task<ModelFolder> SettledAsync(string path, CancellationToken cancellationToken)
    {
        ModelFolder folder = ModelFolder.Read(path);
        while (!model.HasTried(folder))
        {
            await Task.Delay(Quiet, clock, cancellationToken).ConfigureAwait(false);
            ModelFolder again = ModelFolder.Read(path);
            if (again.SaysTheSameAs(folder))
            {
                return folder;
            }

            folder = again;
        }

        return folder;
    }

    private void Tell()
    {
        ModelState state = model.State;
        string text = string.Join(Environment.NewLine, [state.In(speaker), .. state.Defects.Select(speaker.Say)]);
        if (state.Defects.Count == 0)
        {
            Current(log, text);
        }
        else
        {
            Kept(log, text);
        }

        if (state.RollupFailure is { } failure)
        {
            Kept(log, speaker.Say("serving.rollups-failed", ("detail", failure)));
        }
    }

    private FileSystemWatcher? Watcher(string path)
    {
        try
        {
            FileSystemWatcher watcher = new(path) { IncludeSubdirectories = true };
            void Wake(object? sender, EventArgs change) => _changed.Release();
            watcher.Changed += Wake;
            watcher.Created += Wake;
            watcher.Deleted += Wake;
            watcher.Renamed += Wake;
            watcher.EnableRaisingEvents = true;
            return watcher;
        }
        catch (Exception error) when (error is ArgumentException or IOException)
        {
            // The folder is not there, or the system watches no more: it is read at intervals all the same.
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Text}")]
    private static partial void Current(ILogger log, string text);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Text}")]
    private static partial void Kept(ILogger log, string text);

    [LoggerMessage(Level = LogLevel.Error, Message = "The definitions of the folder could not be held against the star.")]
    private static partial void Failed(ILogger log, Exception error);
}
