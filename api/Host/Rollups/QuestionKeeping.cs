using ProdSales.Semantics;
using ProdSales.Warehouse;

namespace ProdSales.Host.Rollups;

/// <summary>Writes into the warehouse, every five minutes and at the end, what a server was asked of facts, so that rollups can be proposed.</summary>
/// <param name="warehouse">The warehouse that answers.</param>
/// <param name="questions">What was asked.</param>
/// <param name="clock">Tells when five minutes are over.</param>
/// <param name="log">Told of a failure; what was counted until then is lost, and no answer suffers.</param>
internal sealed partial class QuestionKeeping(WarehouseDatabase warehouse, QuestionLog questions, TimeProvider clock, ILogger<QuestionKeeping> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(5);

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken).ConfigureAwait(false);
        await SaveAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using PeriodicTimer timer = new(Interval, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false))
            {
                await SaveAsync(stoppingToken).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server ends.
        }
    }

    private async Task SaveAsync(CancellationToken cancellationToken)
    {
        try
        {
            await QuestionLedger.SaveAsync(warehouse, questions, cancellationToken).ConfigureAwait(false);
        }
        catch (WarehouseException error)
        {
            NotSaved(log, error);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "What was asked in the last minutes could not be written into the warehouse; proposals of rollups will not know of it.")]
    private static partial void NotSaved(ILogger log, Exception error);
}
