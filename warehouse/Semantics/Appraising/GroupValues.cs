namespace ProdSales.Semantics;

/// <summary>A measure of one side in one period.</summary>
/// <param name="Whole">Over the whole period; null when nothing is known.</param>
/// <param name="Months">By the first day of each month that has a value.</param>
public sealed record GroupValues(double? Whole, IReadOnlyDictionary<DateOnly, double> Months);
