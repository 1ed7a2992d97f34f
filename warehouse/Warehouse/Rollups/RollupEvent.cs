namespace ProdSales.Warehouse.Rollups;

/// <summary>A rollup was built, or dropped because it is declared no longer or otherwise, or because the schema is newer.</summary>
/// <param name="IsBuilt">True when it was built, false when it was dropped.</param>
/// <param name="Name">Its name.</param>
/// <param name="Fact">The fact that it sums.</param>
/// <param name="LastBatch">The last batch that the warehouse held; null before the first.</param>
public sealed record RollupEvent(bool IsBuilt, string Name, string Fact, int? LastBatch);
