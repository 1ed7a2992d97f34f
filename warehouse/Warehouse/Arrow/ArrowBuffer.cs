namespace ProdSales.Warehouse.Arrow;

/// <summary>A stretch of the engine's memory.</summary>
/// <param name="Address">Where it begins; 0 for an empty one.</param>
/// <param name="Length">Bytes.</param>
internal readonly record struct ArrowBuffer(nint Address, long Length);
