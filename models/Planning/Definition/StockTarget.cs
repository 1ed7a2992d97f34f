namespace ProdSales.Planning.Definition;

/// <summary>What stock is for.</summary>
public sealed record StockTarget
{
    /// <summary>Gets the periods that it must last, at least 1.</summary>
    public required int LeadPeriods { get; init; }

    /// <summary>Gets the share of lead times whose demand it shall serve in full, above 0 and below 1.</summary>
    public required double Service { get; init; }
}
