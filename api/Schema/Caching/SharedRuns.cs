namespace ProdSales.Schema;

/// <summary>Lets equal requests that come while one of them runs wait for that run. A run ends early only when all who wait for it have left.</summary>
internal sealed class SharedRuns<T>
{
    private readonly Lock _lock = new();
    private readonly Dictionary<AnswerKey, Run> _open = [];

    /// <summary>Joins the run of the key, or starts one.</summary>
    /// <param name="key">What is asked.</param>
    /// <param name="start">Runs it; calls its first argument once it has read all that it reads, after which nobody joins any more, and checks only then whether that still holds.</param>
    /// <param name="cancellationToken">Ends the waiting of this caller alone.</param>
    internal async Task<T> JoinAsync(AnswerKey key, Func<Action, CancellationToken, Task<T>> start, CancellationToken cancellationToken)
    {
        Run run;
        lock (_lock)
        {
            if (!_open.TryGetValue(key, out run!))
            {
                Run opened = new();
                opened.Result = Task.Run(() => start(() => Close(key, opened), opened.Cancel.Token), CancellationToken.None);
                _open[key] = run = opened;
            }

            run.Waiting++;
        }

        try
        {
            return await run.Result.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            Leave(key, run);
        }
    }

    private void Leave(AnswerKey key, Run run)
    {
        lock (_lock)
        {
            run.Waiting--;
            if (run.Waiting > 0)
            {
                return;
            }

            Close(key, run);
        }

        if (run.Result.IsCompleted)
        {
            run.Cancel.Dispose();
        }
        else
        {
            run.Cancel.Cancel();
            _ = run.Result.ContinueWith(static (ended, cancel) => Forget(ended, (CancellationTokenSource)cancel!), run.Cancel, TaskScheduler.Default);
        }
    }

    private static void Forget(Task ended, CancellationTokenSource cancel)
    {
        // Nobody waits for the error any more; having looked at it keeps it from being reported as lost.
        _ = ended.Exception;
        cancel.Dispose();
    }

    private void Close(AnswerKey key, Run run)
    {
        lock (_lock)
        {
            if (_open.TryGetValue(key, out Run? open) && ReferenceEquals(open, run))
            {
                _open.Remove(key);
            }
        }
    }

    private sealed class Run
    {
        internal Task<T> Result { get; set; } = null!;

        internal CancellationTokenSource Cancel { get; } = new();

        internal int Waiting { get; set; }
    }
}
