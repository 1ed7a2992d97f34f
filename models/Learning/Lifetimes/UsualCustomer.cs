namespace ProdSales.Learning.Lifetimes;

/// <summary>What half of the customers have more of, and half less.</summary>
/// <param name="Purchases">How often they bought.</param>
/// <param name="Silence">Time since the last purchase.</param>
/// <param name="Age">Time since the first one.</param>
public sealed record UsualCustomer(double Purchases, double Silence, double Age);
