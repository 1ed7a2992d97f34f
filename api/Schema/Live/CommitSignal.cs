using ProdSales.Warehouse.Writing;

namespace ProdSales.Schema;

/// <summary>Wakes one listener after commits; any number of them meanwhile are one.</summary>
internal sealed class CommitSignal : IDisposable
{
    private readonly WarehouseWriter _writer;
    private readonly SemaphoreSlim _raised = new(0, 1);

    internal CommitSignal(WarehouseWriter writer)
    {
        _writer = writer;
        _writer.Committed += Raise;
    }

    /// <summary>Waits for a commit, at most for a time.</summary>
    internal Task WaitAsync(TimeSpan most, CancellationToken cancellationToken) => _raised.WaitAsync(most, cancellationToken);

    public void Dispose()
    {
        _writer.Committed -= Raise;
        _raised.Dispose();
    }

    private void Raise(object? sender, CommittedEventArgs commit)
    {
        try
        {
            _raised.Release();
        }
        catch (SemaphoreFullException)
        {
            // Raised already.
        }
        catch (ObjectDisposedException)
        {
            // The listener left while the commit was told.
        }
    }
}
