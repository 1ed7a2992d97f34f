using System.Globalization;
using Spectre.Console;

namespace ProdSales.Host.Terminal;

/// <summary>Shows long work: on a terminal a bar with rate and time left, elsewhere plain lines now and then.</summary>
internal static class ProgressDisplay
{
    private static readonly TimeSpan BetweenLines = TimeSpan.FromSeconds(5);

    /// <summary>Runs work and shows how far it is, on standard error.</summary>
    /// <param name="work">The work; it tells its progress as often as it likes.</param>
    /// <returns>What the work returns.</returns>
    internal static T Run<T>(Func<IProgress<WorkProgress>, T> work) =>
        Console.IsErrorRedirected ? work(new PlainLines(TimeProvider.System)) : OnTerminal(work);

    private static T OnTerminal<T>(Func<IProgress<WorkProgress>, T> work)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return console.Progress()
            .AutoClear(enabled: true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn(), new SpinnerColumn())
            .Start(context => work(new Bar(context, TimeProvider.System)));
    }

    private static string Line(in WorkProgress progress, TimeSpan elapsed) => string.Create(
        CultureInfo.InvariantCulture,
        $"{progress.What}: {progress.Rows:N0} rows, {progress.Rows / Math.Max(elapsed.TotalSeconds, 0.001):N0} rows/s");

    /// <summary>One bar for each thing that is done.</summary>
    private sealed class Bar(ProgressContext context, TimeProvider clock) : IProgress<WorkProgress>
    {
        private ProgressTask? _task;
        private string? _what;
        private long _started;

        public void Report(WorkProgress value)
        {
            if (_task is null || _what != value.What)
            {
                _task?.StopTask();
                _what = value.What;
                _started = clock.GetTimestamp();
                _task = context.AddTask(Markup.Escape(value.What), maxValue: 1);
            }

            _task.IsIndeterminate = value.Share is null;
            _task.Value = value.Share ?? 0;
            _task.Description = Markup.Escape(Line(value, clock.GetElapsedTime(_started)));
        }
    }

    /// <summary>A line for each thing that is begun, and then one every few seconds.</summary>
    private sealed class PlainLines(TimeProvider clock) : IProgress<WorkProgress>
    {
        private readonly Lock _lock = new();
        private string? _what;
        private long _started;
        private long _written;

        public void Report(WorkProgress value)
        {
            lock (_lock)
            {
                if (_what != value.What)
                {
                    _what = value.What;
                    _started = clock.GetTimestamp();
                    _written = _started;
                    return;
                }

                if (clock.GetElapsedTime(_written) >= BetweenLines)
                {
                    _written = clock.GetTimestamp();
                    Console.Error.WriteLine(Line(value, clock.GetElapsedTime(_started)));
                }
            }
        }
    }
}
