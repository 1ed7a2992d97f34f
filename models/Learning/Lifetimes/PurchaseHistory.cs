namespace ProdSales.Learning.Lifetimes;

/// <summary>What BG/NBD needs to know of a customer; all spans in one unit, as weeks.</summary>
/// <param name="Repeats">Purchases after the first, at most one a day; 0 or more.</param>
/// <param name="Recency">From the first purchase to the last; 0 where there are no repeats.</param>
/// <param name="Age">From the first purchase to the moment that is asked about; not below the recency.</param>
public readonly record struct PurchaseHistory(int Repeats, double Recency, double Age);
