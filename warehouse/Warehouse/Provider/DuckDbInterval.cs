namespace ProdSales.Warehouse.Provider;

/// <summary>An INTERVAL: calendar months and days, which have no fixed length, and a length of time.</summary>
/// <param name="Months">Calendar months.</param>
/// <param name="Days">Calendar days.</param>
/// <param name="Microseconds">A length of time in microseconds.</param>
public readonly record struct DuckDbInterval(int Months, int Days, long Microseconds);
