using ProdSales.Warehouse;

namespace ProdSales.Host.Web;

/// <summary>Keeps the log of a served warehouse short while the server runs.</summary>
/// <param name="warehouse">The warehouse.</param>
/// <param name="log">Told of a checkpoint that failed; the next one comes all the same.</param>
internal sealed partial class Upkeep(WarehouseDatabase warehouse, ILogger<Upkeep> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(5);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await warehouse.Maintenance.RunEveryAsync(Interval, error => CheckpointFailed(log, error), stoppingToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server ends.
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A checkpoint failed; the next one is tried in five minutes.")]
    private static partial void CheckpointFailed(ILogger log, Exception error);
}
