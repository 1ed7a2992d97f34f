namespace ProdSales.Warehouse.Upkeep;

/// <summary>What a checkpoint did.</summary>
/// <param name="WasDrained">Whether it ran without readers, so that the space of deleted rows came back.</param>
/// <param name="LogBytes">The size of the log that was written into the file.</param>
/// <param name="FileBytes">The size of the file afterwards.</param>
/// <param name="Took">How long the checkpoint itself ran.</param>
public sealed record CheckpointReport(bool WasDrained, long LogBytes, long FileBytes, TimeSpan Took);
