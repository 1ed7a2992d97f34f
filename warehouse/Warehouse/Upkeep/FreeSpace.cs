namespace ProdSales.Warehouse.Upkeep;

/// <summary>The space on the disk of the warehouse.</summary>
/// <param name="AvailableBytes">What is free.</param>
/// <param name="NeededBytes">What writing needs at most: twice the log, and the largest table once more.</param>
public sealed record FreeSpace(long AvailableBytes, long NeededBytes)
{
    /// <summary>Gets a value indicating whether writing may go on.</summary>
    public bool IsEnough => AvailableBytes >= NeededBytes;
}
