namespace ProdSales.Planning.Methods;

/// <summary>A stock, and the demand of the lead time that it is for, with an interval that holds four in five.</summary>
internal sealed record StockLevel(int Stock, double Expected, int Low, int High);
