namespace ProdSales.Simulation.Sales;

/// <summary>What a sales manager answers for: a product line in a region.</summary>
internal readonly record struct SalesBusiness(string ManagerId, string Region, string Line);
