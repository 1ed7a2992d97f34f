namespace ProdSales.Warehouse.Arrow;

/// <summary>How many values one field has in a batch, and how many of them are null.</summary>
/// <param name="Length">Values, the null ones included.</param>
/// <param name="NullCount">Null ones.</param>
public readonly record struct ArrowNode(long Length, long NullCount);
