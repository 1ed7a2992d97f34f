namespace ProdSales.Semantics;

/// <summary>A period that another is compared with.</summary>
/// <param name="Period">Its days.</param>
/// <param name="Months">Months to add to one of its days to reach the matching day of the other.</param>
/// <param name="Days">Days to add.</param>
public readonly record struct ComparedPeriod(Period Period, int Months, int Days);
