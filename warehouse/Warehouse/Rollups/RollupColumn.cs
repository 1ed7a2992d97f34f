namespace ProdSales.Warehouse.Rollups;

/// <summary>A column of a rollup beside its day or month.</summary>
/// <param name="Name">Its name.</param>
/// <param name="IsSum">True for a sum or count, false for a key that tells rows apart.</param>
/// <param name="Dimension">For an attribute that the fact itself does not hold, the name of its dimension without <c>dim_</c>; else null.</param>
/// <param name="Attribute">The column of that dimension's table; null with <paramref name="Dimension"/>.</param>
public sealed record RollupColumn(string Name, bool IsSum, string? Dimension = null, string? Attribute = null);
