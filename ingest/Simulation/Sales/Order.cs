using ProdSales.Simulation.Masters;

namespace ProdSales.Simulation.Sales;

/// <summary>The head of a sales order.</summary>
internal sealed record Order(string Id, Buyer Buyer, DateOnly Day, string Currency, double ExchangeRate, bool IsCancelled)
{
    internal string LineId(int number) => $"{Id}-{number}";
}
